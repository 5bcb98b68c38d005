import { FieldError } from './field-error.tsx';
import { useFieldIds } from './field.tsx';
import styles from './choice.module.css';

export interface CheckboxFieldProps {
  readonly label: string;
  readonly name?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

/** One yes or no. */
export function CheckboxField({ label, name, hint, error, checked, onChange, disabled }: CheckboxFieldProps) {
  const ids = useFieldIds(name);
  const describedBy = [hint && ids.hint, error && ids.error].filter(Boolean).join(' ');
  return (
    <div>
      {error ? <FieldError id={ids.error} message={error} /> : null}
      <label className={styles.choice}>
        <input
          id={ids.control}
          className={styles.box}
          type="checkbox"
          name={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {label}
          {hint ? (
            <span id={ids.hint} className={styles.hint}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}
