import { useId } from 'react';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select-field.tsx';
import styles from './choice.module.css';

export interface SegmentedChoiceProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
}

/** One of two to five short words side by side: am or pm, grid or list. Radio buttons underneath. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { value, onChange, options, ...field } = props;
  const group = useId();
  return (
    <FieldGroup {...field} role="radiogroup">
      {(firstId) => (
        <div className={styles.segments}>
          {options.map((option, index) => (
            <label key={option.value} className={styles.segment}>
              <input
                id={index === 0 ? firstId : undefined}
                type="radio"
                name={group}
                checked={value === option.value}
                disabled={option.disabled}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
