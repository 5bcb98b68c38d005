import { useEffect, useState } from 'react';
import { formatTime } from '../words/format.ts';
import { parseTime } from './parse-time.ts';
import { TextField } from './text-field.tsx';
import type { FieldProps } from './field.tsx';

interface TimeFieldProps extends FieldProps {
  /** `HH:MM`, or what was typed while it is no time yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day, typed as people write it and shown as the app writes it: "9.30 am". */
export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const [text, setText] = useState(shownAs(value));
  useEffect(() => {
    // Only a value that came from outside replaces what is in the box.
    setText((shown) => ((parseTime(shown) ?? shown) === value ? shown : shownAs(value)));
  }, [value]);
  return (
    <TextField
      {...field}
      value={text}
      maxLength={10}
      onChange={(next) => {
        setText(next);
        onChange(parseTime(next) ?? next);
      }}
      onBlur={() => setText(shownAs(value))}
    />
  );
}

const shownAs = (value: string): string => (/^\d{2}:\d{2}$/.test(value) ? formatTime(value) : value);
