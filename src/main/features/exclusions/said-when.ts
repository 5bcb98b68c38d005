import { Temporal } from 'temporal-polyfill';
import { formatDate } from '#shared/domain/calendar/format-date.ts';

/** "at 9.30 am on Tue 3 June 2025", in England, of an instant (UTC ISO text). */
export function saidWhen(instant: string): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
  const hour = there.hour % 12 === 0 ? 12 : there.hour % 12;
  const time = `${String(hour)}.${String(there.minute).padStart(2, '0')} ${there.hour < 12 ? 'am' : 'pm'}`;
  return `at ${time} on ${formatDate(there.toPlainDate().toString())}`;
}
