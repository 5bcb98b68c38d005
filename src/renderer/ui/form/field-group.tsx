import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { FieldError } from './field-error.tsx';
import { useFieldIds, type FieldProps } from './field.tsx';
import styles from './field.module.css';

interface Props extends FieldProps {
  readonly role?: 'radiogroup' | undefined;
  /** Receives the id for the first control of the group, where ErrorSummary puts the focus. */
  readonly children: (firstId: string) => ReactNode;
}

/** A question answered by several controls: a fieldset with its legend, hint and error. */
export function FieldGroup({ label, name, hint, note, error, optional, hideLabel, role, children }: Props) {
  const ids = useFieldIds(name);
  const describedBy = [hint && ids.hint, error && ids.error, note && ids.note].filter(Boolean).join(' ');
  const legend = (
    <>
      {label}
      {optional ? <span className={styles.optional}> (optional)</span> : null}
    </>
  );
  return (
    <fieldset
      className={classes(error && styles.invalid)}
      role={role}
      aria-describedby={describedBy || undefined}
      aria-invalid={role === 'radiogroup' && error ? true : undefined}
    >
      <legend className={hideLabel ? undefined : styles.legend}>
        {hideLabel ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      </legend>
      <div className={styles.field}>
        {hint ? (
          <div id={ids.hint} className={styles.hint}>
            {hint}
          </div>
        ) : null}
        {error ? (
          <div className={styles.error}>
            <FieldError id={ids.error} message={error} />
          </div>
        ) : null}
        {children(ids.control)}
        {note ? (
          <div id={ids.note} className={styles.hint}>
            {note}
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}
