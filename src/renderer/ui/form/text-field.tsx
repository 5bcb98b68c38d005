import type { Ref } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './control.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'password' | 'time' | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly suffix?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onBlur,
    onEnter,
    type = 'text',
    placeholder,
    maxLength,
    disabled,
    readOnly,
  } = props;
  const { autoComplete = 'off', autoFocus, suffix, ref, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <div className={styles.wrap}>
          <input
            {...control}
            ref={ref}
            className={styles.control}
            name={field.name}
            type={type}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            disabled={disabled}
            readOnly={readOnly}
            autoComplete={autoComplete}
            autoFocus={autoFocus}
            spellCheck={type === 'text'}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onEnter?.();
            }}
          />
          {suffix ? <span className={styles.affix}>{suffix}</span> : null}
        </div>
      )}
    </Field>
  );
}
