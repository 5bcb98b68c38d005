import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { fieldId } from './field-id.ts';
import { classes } from '../theme/classes.ts';
import styles from './sentence.module.css';

export interface SentenceRowProps {
  /** What the sentence is about: "Length of a stay". Names the box that switches it. */
  readonly label: string;
  /** The path that errors of the whole sentence have. */
  readonly name: string;
  /** Undefined for a sentence that is always there. */
  readonly on?: boolean | undefined;
  readonly onSwitch?: ((on: boolean) => void) | undefined;
  /** What holds while it is off: "A stay may have any length." */
  readonly off?: string | undefined;
  /** Messages by path; those at `paths` are shown here. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly paths?: readonly string[] | undefined;
  /** The sentence, with its blanks. */
  readonly children: ReactNode;
}

/** A rule as a sentence with blanks to fill in, that can be switched on and off. */
export function SentenceRow(props: SentenceRowProps) {
  const { label, name, on = true, onSwitch, off, errors = {}, paths = [name], children } = props;
  const wrong = paths.flatMap((path) => {
    const message = errors[path];
    return message ? [{ path, message }] : [];
  });
  return (
    <div className={classes(styles.row, !on && styles.off, wrong.length > 0 && styles.wrong)}>
      {onSwitch ? (
        <label className={styles.label}>
          <input
            type="checkbox"
            className={styles.box}
            id={fieldId(`${name}.on`)}
            checked={on}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      ) : (
        <span className={classes(styles.label, styles.fixed)}>{label}</span>
      )}
      <div className={styles.sentence}>
        <div className={styles.words} role="group" aria-label={label}>
          {on ? children : off}
        </div>
        {wrong.map(({ path, message }) => (
          <FieldError key={path} id={`${fieldId(path)}-error`} message={message} />
        ))}
      </div>
    </div>
  );
}
