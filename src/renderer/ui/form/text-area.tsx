import { Field, type FieldProps } from './field.tsx';
import { plural } from '../words/format.ts';
import styles from './control.module.css';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Lines shown; the user may pull it taller. Default 3. */
  readonly rows?: number | undefined;
  /** Shows how many characters are left once nine tenths are used. */
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const {
    value,
    onChange,
    onBlur,
    rows = 3,
    maxLength,
    placeholder,
    disabled,
    readOnly,
    note,
    ...field
  } = props;
  const left = maxLength === undefined ? undefined : maxLength - value.length;
  const close = left !== undefined && maxLength !== undefined && left <= maxLength / 10;
  return (
    <Field {...field} note={close ? `${plural(left, 'character')} left` : note}>
      {(control) => (
        <textarea
          {...control}
          className={styles.control}
          name={field.name}
          rows={rows}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          disabled={disabled}
          readOnly={readOnly}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}
