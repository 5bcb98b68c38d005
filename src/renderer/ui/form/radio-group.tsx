import { useId } from 'react';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select-field.tsx';
import styles from './choice.module.css';

export interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly layout?: 'list' | 'columns' | 'inline' | undefined;
}

/** One of a few, all in view, each with room for a hint. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { value, onChange, options, layout = 'list', ...field } = props;
  const group = useId();
  return (
    <FieldGroup {...field} role="radiogroup">
      {(firstId) => (
        <div className={styles[layout]}>
          {options.map((option, index) => (
            <label key={option.value} className={styles.choice}>
              <input
                id={index === 0 ? firstId : undefined}
                className={styles.box}
                type="radio"
                name={group}
                checked={value === option.value}
                disabled={option.disabled}
                onChange={() => onChange(option.value)}
              />
              <span>
                {option.label}
                {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
