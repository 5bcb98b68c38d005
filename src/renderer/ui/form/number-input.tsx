import { useEffect, useState } from 'react';
import type { ControlProps } from './field.tsx';

export interface NumberInputProps {
  /** Id and descriptions; `aria-label` where no label stands beside it. */
  readonly control: ControlProps & { readonly 'aria-label'?: string };
  readonly className: string | undefined;
  readonly name?: string | undefined;
  readonly value: number | null;
  /** `null` while the box is empty or holds no number. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly disabled?: boolean | undefined;
  /** How a number that came from outside is written, e.g. with two decimals. */
  readonly format?: ((value: number) => string) | undefined;
}

/** The box of a number field, for a Field or for a sentence. */
export function NumberInput(props: NumberInputProps) {
  const { control, className, name, value, onChange, min, max, step = 1, disabled, format = String } = props;
  const shownAs = (number: number | null) => (number === null ? '' : format(number));
  const [text, setText] = useState(shownAs(value));
  useEffect(() => {
    // Only a value that came from outside replaces what is in the box.
    setText((shown) => (readNumber(shown) === value ? shown : shownAs(value)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- how it is written never changes by itself
  }, [value]);

  const nudge = (by: number) => {
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, (value ?? min ?? 0) + by));
    setText(format(next));
    onChange(next);
  };

  return (
    <input
      {...control}
      className={className}
      name={name}
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
  );
}

function readNumber(text: string): number | null {
  const plain = text.trim().replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
