import { useEffect, useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './control.module.css';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  /** `null` while the box is empty or holds no number. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** What the up and down keys add; 0.5 also allows halves. Default 1. */
  readonly step?: number | undefined;
  readonly suffix?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A number typed as text (no spinner to catch the mouse wheel); up and down keys change it by a step. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step = 1, suffix, disabled, width = 'narrow', ...field } = props;
  const [text, setText] = useState(value === null ? '' : String(value));
  useEffect(() => {
    setText((shown) => (readNumber(shown) === value ? shown : value === null ? '' : String(value)));
  }, [value]);

  const nudge = (by: number) => {
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, (value ?? min ?? 0) + by));
    setText(String(next));
    onChange(next);
  };

  return (
    <Field {...field} width={suffix ? 'short' : width}>
      {(control) => (
        <div className={styles.wrap}>
          <input
            {...control}
            className={styles.control}
            name={field.name}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            disabled={disabled}
            onChange={(event) => {
              setText(event.currentTarget.value);
              onChange(readNumber(event.currentTarget.value));
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              nudge(event.key === 'ArrowUp' ? step : -step);
            }}
          />
          {suffix ? <span className={styles.affix}>{suffix}</span> : null}
        </div>
      )}
    </Field>
  );
}

function readNumber(text: string): number | null {
  const plain = text.trim().replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
