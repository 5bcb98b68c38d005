import { useCallback } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { maxReasonsOn, reasonsOn, type Reason } from '#shared/domain/exclusions/reasons.ts';
import { Chip } from '../../ui/data/chip.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import styles from './record.module.css';

interface ReasonPickerProps {
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  /** The day whose set of reasons holds. */
  readonly date: string;
  readonly error?: string | undefined;
}

const matches = (reason: Reason, text: string): boolean => {
  const typed = text.toLowerCase();
  return (
    reason.code.toLowerCase().startsWith(typed) ||
    reason.description
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => word.startsWith(typed)) ||
    reason.description.toLowerCase().includes(typed)
  );
};

const codeOf = ({ code }: Reason) => <span className={styles.code}>{code}</span>;

/** The reasons in the set of the day, the main one first: type a few letters, Enter; a chip each. */
export function ReasonPicker({ value, onChange, date, error }: ReasonPickerProps) {
  const max = maxReasonsOn(date);
  const full = value.length >= max;
  const reasons = reasonsOn(date);
  const load = useCallback(
    (text: string) =>
      Promise.resolve(
        full ? [] : reasonsOn(date).filter((reason) => !value.includes(reason.code) && matches(reason, text)),
      ),
    [date, full, value],
  );
  const most = max === 1 ? 'One reason' : `Up to ${String(max)}, the main one first`;
  return (
    <Stack gap={2}>
      <TypeAhead<Reason>
        label={max === 1 ? 'Reason' : 'Reasons'}
        name="reasons"
        hint={`${most}. The codes in force on ${formatDate(date)}.`}
        value={null}
        onChange={(reason) => {
          if (reason !== null && !full) onChange([...value, reason.code]);
        }}
        load={load}
        itemKey={({ code }) => code}
        itemLabel={({ description }) => description}
        itemAside={codeOf}
        minimum={0}
        placeholder={full ? 'That is as many as can be given' : 'Type to choose, such as “assault” or “DB”'}
        emptyText={
          full ? 'That is as many as can be given. Take one off to choose another.' : 'Try fewer letters.'
        }
        error={error}
      />
      {value.length === 0 ? null : (
        <ul className={styles.chips} aria-label="Reasons chosen">
          {value.map((code) => (
            <li key={code}>
              <Chip
                label={`${code} ${reasons.find((reason) => reason.code === code)?.description ?? '(not in force)'}`}
                onRemove={() => onChange(value.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
