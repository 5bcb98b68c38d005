import type { ProviderSession } from '#shared/domain/providers/types.ts';
import { weekMinutes } from '#shared/domain/providers/week-minutes.ts';
import { Text } from '../../ui/layout/text.tsx';
import { WEEKDAYS, sayHours, sayWeek } from './week-draft.ts';
import styles from './provider.module.css';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** What the week comes to: sessions, hours of each day and of all. */
export function WeekSum({ sessions }: { readonly sessions: readonly ProviderSession[] }) {
  const total = weekMinutes(sessions);
  return (
    <div className={styles.sum}>
      <Text strong numeric>
        {sayWeek(sessions)}
        {total > 0 ? `; ${sayHours(total)} a week` : ''}
      </Text>
      {total > 0 ? (
        <Text muted small numeric>
          {WEEKDAYS.map((weekday) => {
            const minutes = weekMinutes(sessions.filter((run) => run.weekday === weekday));
            return `${DAYS[weekday - 1] ?? ''} ${minutes > 0 ? sayHours(minutes) : 'none'}`;
          }).join(' · ')}
        </Text>
      ) : null}
    </div>
  );
}
