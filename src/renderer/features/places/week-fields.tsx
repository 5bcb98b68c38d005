import { WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { CopyIcon } from '../../ui/icons.ts';
import { TimeField } from '../../ui/form/time-field.tsx';
import {
  changeSlot,
  fieldOf,
  sameAsMonday,
  SLOTS,
  toSessions,
  WEEKDAYS,
  type WeekDraft,
} from './week-draft.ts';
import { WeekSum } from './week-sum.tsx';
import styles from './provider.module.css';

const SLOT_NAMES = { am: 'Morning', pm: 'Afternoon' } as const;

interface WeekFieldsProps {
  readonly week: WeekDraft;
  readonly onChange: (week: WeekDraft) => void;
  /** Messages by path, `sessions.N.ends`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The ordinary week, five days by two halves: how many places, from when to when. */
export function WeekFields({ week, onChange, errors }: WeekFieldsProps) {
  return (
    <div className={styles.week} id="field-sessions" tabIndex={-1}>
      <table className={styles.weekTable}>
        <caption className={styles.caption}>
          How many pupils each half day takes, and when it is taught. A half day stands for that half of the
          school day, whatever hour it is taught at. Leave a box empty where the provider does not run.
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {SLOTS.map((slot) => (
              <th key={slot} scope="col">
                {SLOT_NAMES[slot]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{WEEKDAY_NAMES[weekday - 1]}</th>
              {week
                .filter((one) => one.weekday === weekday)
                .map((one) => {
                  const about = `${WEEKDAY_NAMES[weekday - 1] ?? ''} ${SLOT_NAMES[one.slot].toLowerCase()}`;
                  const field = fieldOf(week, one);
                  const named = (part: string) => {
                    const name = field && `${field}.${part}`;
                    return { name, error: name && errors[name] };
                  };
                  return (
                    <td key={one.slot}>
                      <div className={styles.slot}>
                        <NumberField
                          {...named('capacity')}
                          hideLabel
                          label={`${about}: places`}
                          value={one.capacity}
                          min={0}
                          max={200}
                          onChange={(capacity) => onChange(changeSlot(week, one, { capacity }))}
                        />
                        {field ? (
                          <>
                            <TimeField
                              hideLabel
                              {...named('starts')}
                              label={`${about}: from`}
                              value={one.starts}
                              onChange={(starts) => onChange(changeSlot(week, one, { starts }))}
                            />
                            <span className={styles.to} aria-hidden="true">
                              to
                            </span>
                            <TimeField
                              hideLabel
                              {...named('ends')}
                              label={`${about}: to`}
                              value={one.ends}
                              onChange={(ends) => onChange(changeSlot(week, one, { ends }))}
                            />
                          </>
                        ) : (
                          <span className={styles.to}>does not run</span>
                        )}
                      </div>
                    </td>
                  );
                })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.weekFoot}>
        <Button icon={CopyIcon} size="small" onClick={() => onChange(sameAsMonday(week))}>
          Same every day as Monday
        </Button>
        <WeekSum sessions={toSessions(week)} />
      </div>
    </div>
  );
}
