import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { StepHeading } from './steps.tsx';
import styles from './setup.module.css';

interface Props {
  readonly times: readonly SessionTime[];
  readonly onTimes: (times: readonly SessionTime[]) => void;
  readonly promise: boolean;
  readonly onPromise: (promise: boolean) => void;
  readonly errors: readonly FieldError[];
}

/** When the two sessions of the day are, and what the area promises beyond the law. */
export function DayStep({ times, onTimes, promise, onPromise, errors }: Props) {
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const change = (at: number, part: Partial<SessionTime>) =>
    onTimes(times.map((time, index) => (index === at ? { ...time, ...part } : time)));
  return (
    <Stack gap={4}>
      <StepHeading>What is an ordinary day?</StepHeading>
      <Panel title="Sessions" context="Exclusions are counted in these two halves of the day.">
        <div className={styles.sessions}>
          {times.map(({ slot, starts, ends }, at) => (
            <fieldset key={slot} className={styles.session}>
              <legend className={styles.sessionName}>
                {slot === 'am' ? 'Morning (am)' : 'Afternoon (pm)'}
              </legend>
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
      </Panel>
      <Panel title="Education from the first day">
        <CheckboxField
          label="Our area promises education from the first day of an exclusion"
          hint="This is a promise, not law: the law asks for education from the sixth day. With it, First Day asks for a place from day one and shows every session that has none; the dates the law sets are always shown as well."
          checked={promise}
          onChange={onPromise}
        />
      </Panel>
    </Stack>
  );
}
