import { Temporal } from 'temporal-polyfill';

/** "9.30 am" of an instant in England (UTC ISO text), or of a plain `09:30`. */
export function formatTime(text: string): string {
  const time = /^\d{2}:\d{2}/.test(text)
    ? Temporal.PlainTime.from(text)
    : Temporal.Instant.from(text).toZonedDateTimeISO('Europe/London').toPlainTime();
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  return `${hour}.${String(time.minute).padStart(2, '0')} ${time.hour < 12 ? 'am' : 'pm'}`;
}

/** The day in England (`YYYY-MM-DD`) of an instant (UTC ISO text). */
export function dayOfInstant(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString();
}

/** "14.5" for 29 half days; whole days without a decimal. */
export function formatDays(halfDays: number): string {
  return halfDays % 2 === 0 ? String(halfDays / 2) : (halfDays / 2).toFixed(1);
}

/** "1 pupil", "2 pupils": the number and its noun agree. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
