import { useEffect, useId, useRef, type MouseEvent } from 'react';
import { fieldId } from './field-id.ts';
import styles from './error-summary.module.css';

export interface ErrorSummaryProps {
  /** As in `AppError.fields`: each path is the `name` of a field of the form. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly title?: string | undefined;
}

/** All that is wrong with a form, at its top, each line a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, title = 'There is a problem' }: ErrorSummaryProps) {
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;

  const goTo = (event: MouseEvent, path: string) => {
    event.preventDefault();
    const field = document.getElementById(fieldId(path));
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };

  return (
    <div ref={box} className={styles.summary} role="group" aria-labelledby={heading} tabIndex={-1}>
      <div role="alert">
        <h2 id={heading}>{title}</h2>
        <ul className={styles.list}>
          {errors.map((error) => (
            <li key={`${error.path} ${error.message}`}>
              <a href={`#${fieldId(error.path)}`} onClick={(event) => goTo(event, error.path)}>
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
