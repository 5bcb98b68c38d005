import { useEffect, useState, type ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useToday } from '../words/today.tsx';
import { Field, type FieldProps } from './field.tsx';
import { parseTypedDate } from './parse-typed-date.ts';
import styles from './control.module.css';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or null while there is none. */
  readonly value: string | null;
  /** The day typed, or null while the text is no day. */
  readonly onChange: (date: string | null) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/**
 * A date in one box, typed day month year in whatever form people write it. The day it was understood as stands
 * underneath in words. Up and down keys move it by a day, Page Up and Page Down by a week.
 */
export function DateField({
  value,
  onChange,
  onBlur,
  disabled,
  autoFocus,
  note,
  width = 'short',
  ...field
}: DateFieldProps) {
  const today = useToday();
  const [text, setText] = useState(value === null ? '' : typedForm(value));
  useEffect(() => {
    setText((shown) => {
      if ((parseTypedDate(shown, today) ?? null) === value) return shown;
      return value === null ? '' : typedForm(value);
    });
    // Only a value that came from outside replaces what is in the box.
  }, [value, today]);

  const change = (next: string) => {
    setText(next);
    onChange(parseTypedDate(next, today) ?? null);
  };

  return (
    <Field {...field} width={width} note={noteFor(text, value, note)}>
      {(control) => (
        <input
          {...control}
          className={styles.control}
          name={field.name}
          autoComplete="off"
          placeholder="day month year"
          value={text}
          disabled={disabled}
          autoFocus={autoFocus}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => {
            if (value !== null) setText(typedForm(value));
            onBlur?.();
          }}
          onKeyDown={(event) => {
            const days = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }[event.key];
            if (days === undefined) return;
            event.preventDefault();
            change(
              typedForm(
                Temporal.PlainDate.from(value ?? today)
                  .add({ days: value ? days : 0 })
                  .toString(),
              ),
            );
          }}
        />
      )}
    </Field>
  );
}

function typedForm(iso: string): string {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day}/${month}/${year}`;
}

function noteFor(text: string, value: string | null, note: ReactNode): ReactNode {
  if (value !== null) {
    return (
      <>
        <strong>{formatDate(value)}</strong>
        {note ? <> · {note}</> : null}
      </>
    );
  }
  return text.trim() === '' ? (note ?? 'For example 3 6 25 or today') : 'Not a date yet. Type it as 3 6 25';
}
