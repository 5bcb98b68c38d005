import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select-field.tsx';
import styles from './choice.module.css';

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly options: readonly Option<Value>[];
  readonly layout?: 'list' | 'columns' | 'inline' | undefined;
}

/** Any number of a list; the values keep the order of the options. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { value, onChange, options, layout = 'list', ...field } = props;
  const toggle = (changed: Value, on: boolean) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === changed ? on : value.includes(each))),
    );
  return (
    <FieldGroup {...field}>
      {(firstId) => (
        <div className={styles[layout]}>
          {options.map((option, index) => (
            <label key={option.value} className={styles.choice}>
              <input
                id={index === 0 ? firstId : undefined}
                className={styles.box}
                type="checkbox"
                checked={value.includes(option.value)}
                disabled={option.disabled}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
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
