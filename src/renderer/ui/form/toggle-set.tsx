import type { Option } from './select-field.tsx';
import { fieldId } from './field-id.ts';
import styles from './toggle-set.module.css';

export interface ToggleSetProps<Value extends string> {
  /** What is chosen, for screen readers: "Years taken". */
  readonly label: string;
  /** The path in the operation's input: an error there leads to the first of them. */
  readonly name: string;
  readonly options: readonly Option<Value>[];
  readonly value: readonly Value[];
  /** In the order of the options. */
  readonly onChange: (value: Value[]) => void;
}

/** Any of a few short words side by side: years, papers. Check boxes underneath. */
export function ToggleSet<Value extends string>(props: ToggleSetProps<Value>) {
  const { label, name, options, value, onChange } = props;
  return (
    <div className={styles.set} role="group" aria-label={label}>
      {options.map((option, at) => (
        <label key={option.value} className={styles.toggle}>
          <input
            id={at === 0 ? fieldId(name) : undefined}
            type="checkbox"
            aria-label={option.hint}
            checked={value.includes(option.value)}
            onChange={(event) => {
              const chosen = event.currentTarget.checked;
              onChange(
                options
                  .map((one) => one.value)
                  .filter((one) => (one === option.value ? chosen : value.includes(one))),
              );
            }}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
