import type { ProviderSession } from '#shared/domain/providers/types.ts';
import { WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { formatTime } from '../../ui/words/format.ts';
import { WeekSum } from './week-sum.tsx';
import { SLOTS, WEEKDAYS } from './week-draft.ts';
import styles from './provider.module.css';

/** The ordinary week to be read. */
export function WeekTable({ sessions }: { readonly sessions: readonly ProviderSession[] }) {
  const runOn = (weekday: number, slot: string) =>
    sessions.find((one) => one.weekday === weekday && one.slot === slot && one.capacity > 0);
  return (
    <Panel title="Week">
      <div className={styles.week}>
        <table className={styles.weekTable}>
          <caption className={styles.caption}>Places for excluded pupils in an ordinary week</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Morning</th>
              <th scope="col">Afternoon</th>
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{WEEKDAY_NAMES[weekday - 1]}</th>
                {SLOTS.map((slot) => {
                  const run = runOn(weekday, slot);
                  return (
                    <td key={slot}>
                      {run
                        ? `${String(run.capacity)}, ${formatTime(run.starts)} to ${formatTime(run.ends)}`
                        : 'Does not run'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <WeekSum sessions={sessions} />
      </div>
    </Panel>
  );
}
