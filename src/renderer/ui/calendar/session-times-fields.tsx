import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { TextField } from '../form/text-field.tsx';
import styles from './session-times-fields.module.css';

interface SessionTimesFieldsProps {
  readonly times: readonly SessionTime[];
  readonly onChange: (times: readonly SessionTime[]) => void;
  /** By path, `sessionTimes.0.starts`. */
  readonly errors: readonly FieldError[];
}

/** When the two sessions of the school day start and end. */
export function SessionTimesFields({ times, onChange, errors }: SessionTimesFieldsProps) {
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const change = (at: number, part: Partial<SessionTime>) =>
    onChange(times.map((time, index) => (index === at ? { ...time, ...part } : time)));
  return (
    <div className={styles.sessions}>
      {times.map(({ slot, starts, ends }, at) => (
        <fieldset key={slot} className={styles.session}>
          <legend className={styles.name}>{slot === 'am' ? 'Morning (am)' : 'Afternoon (pm)'}</legend>
          <TextField
            label="Starts"
            type="time"
            name={`sessionTimes.${at}.starts`}
            value={starts}
            onChange={(text) => change(at, { starts: text })}
            error={errorAt(`sessionTimes.${at}.starts`)}
          />
          <TextField
            label="Ends"
            type="time"
            name={`sessionTimes.${at}.ends`}
            value={ends}
            onChange={(text) => change(at, { ends: text })}
            error={errorAt(`sessionTimes.${at}.ends`)}
          />
        </fieldset>
      ))}
    </div>
  );
}
