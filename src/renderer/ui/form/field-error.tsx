import { IconAlertTriangle } from '@tabler/icons-react';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import styles from './field-error.module.css';

/** What is wrong with a field and what to do, under its label. */
export function FieldError({ id, message }: { readonly id?: string | undefined; readonly message: string }) {
  return (
    <p id={id} className={styles.error}>
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>
        <VisuallyHidden>Error: </VisuallyHidden>
        {message}
      </span>
    </p>
  );
}
