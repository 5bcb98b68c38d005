import { IconChevronDown } from '@tabler/icons-react';
import { classes } from '../theme/classes.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './control.module.css';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** Shown while nothing is chosen; not a choice itself. Default "Choose…". */
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** One of a list, with the system's own list and keys. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, onChange, options, placeholder = 'Choose…', disabled, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <div className={styles.wrap}>
          <select
            {...control}
            className={classes(styles.control, styles.select)}
            name={field.name}
            value={value ?? ''}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {value === null ? (
              <option value="" disabled>
                {placeholder}
              </option>
            ) : null}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown size={16} className={styles.chevron} aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
