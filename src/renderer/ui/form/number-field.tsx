import { Field, type FieldProps } from './field.tsx';
import { NumberInput, type NumberInputProps } from './number-input.tsx';
import styles from './control.module.css';

export interface NumberFieldProps
  extends FieldProps, Pick<NumberInputProps, 'value' | 'onChange' | 'min' | 'max' | 'disabled'> {
  /** What the up and down keys add; 0.5 also allows halves. Default 1. */
  readonly step?: number | undefined;
  readonly suffix?: string | undefined;
}

/** A number typed as text (no spinner to catch the mouse wheel); up and down keys change it by a step. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, suffix, disabled, width = 'narrow', ...field } = props;
  return (
    <Field {...field} width={suffix ? 'short' : width}>
      {(control) => (
        <div className={styles.wrap}>
          <NumberInput
            control={control}
            className={styles.control}
            name={field.name}
            value={value}
            onChange={onChange}
            min={min}
            max={max}
            step={step}
            disabled={disabled}
          />
          {suffix ? <span className={styles.affix}>{suffix}</span> : null}
        </div>
      )}
    </Field>
  );
}
