import { useId, type ReactNode } from 'react';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { classes } from '../theme/classes.ts';
import { FieldError } from './field-error.tsx';
import { fieldId } from './field-id.ts';
import styles from './field.module.css';

/** What every field of a form takes. */
export interface FieldProps {
  readonly label: string;
  /** The field's path in the operation's input: gives the id that ErrorSummary links to. */
  readonly name?: string | undefined;
  readonly hint?: ReactNode;
  /** Text after the control that follows from what was typed, e.g. the date in words. */
  readonly note?: ReactNode;
  readonly error?: string | undefined;
  /** Adds "(optional)" to the label; every other field is required. */
  readonly optional?: boolean | undefined;
  /** Keeps the label for screen readers alone (a filter in a tool bar). */
  readonly hideLabel?: boolean | undefined;
  /** 96, 180 or 340 px, or all there is (default). */
  readonly width?: 'narrow' | 'short' | 'medium' | 'full' | undefined;
}

/** What the control inside a Field must carry. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props extends FieldProps {
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, hint, error and note around one control, joined for screen readers. */
export function Field({
  label,
  name,
  hint,
  note,
  error,
  optional,
  hideLabel,
  width = 'full',
  children,
}: Props) {
  const ids = useFieldIds(name);
  const describedBy = [hint && ids.hint, error && ids.error, note && ids.note].filter(Boolean).join(' ');
  const labelText = (
    <>
      {label}
      {optional ? <span className={styles.optional}> (optional)</span> : null}
    </>
  );
  return (
    <div className={classes(styles.field, width === 'full' && styles.grow, error && styles.invalid)}>
      <label className={styles.label} htmlFor={ids.control}>
        {hideLabel ? <VisuallyHidden>{labelText}</VisuallyHidden> : labelText}
      </label>
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
      <div className={classes(styles.control, styles[width])}>
        {children({
          id: ids.control,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': error ? true : undefined,
        })}
      </div>
      {note ? (
        <div id={ids.note} className={styles.hint}>
          {note}
        </div>
      ) : null}
    </div>
  );
}

/** Ids of a field's parts, from its name where it has one. */
export function useFieldIds(name: string | undefined) {
  const own = useId();
  const control = name ? fieldId(name) : own;
  return { control, hint: `${control}-hint`, error: `${control}-error`, note: `${control}-note` };
}
