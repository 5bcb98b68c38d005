import { formatDayMonth } from '#shared/domain/calendar/format-date.ts';
import type { Itinerary } from './itinerary.ts';
import styles from './itinerary.module.css';

/** Hours of education in each week of the exclusion, and how far they fall short of full time. */
export function ItineraryHours({ hours }: { readonly hours: Itinerary['hours'] }) {
  if (hours.length === 0) return null;
  return (
    <dl className={styles.hours}>
      {hours.map((week) => (
        <div key={week.monday}>
          <dt>Week of {formatDayMonth(week.monday)}</dt>
          <dd>
            {sayHours(week.hours)}
            {week.missing > 0
              ? `; ${String(week.missing)} of ${String(week.sessions + week.missing)} sessions short of full time`
              : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "5 hours", "12 hours 30 min". */
function sayHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = `${String(whole)} ${whole === 1 ? 'hour' : 'hours'}`;
  return rest === 0 ? said : `${said} ${String(rest)} min`;
}
