import { formatDayMonth } from '../../domain/calendar/format-date.ts';
import type { Session } from '../../domain/calendar/types.ts';
import { weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const shortLong = (date: IsoDate): string => `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${formatDayMonth(date)}`;

/** "Tuesday 3 June 2025": how letters write a date. */
export const longDate = (date: IsoDate): string => `${shortLong(date)} ${date.slice(0, 4)}`;

/** "3 June 2025". */
export const plainDate = (date: IsoDate): string => `${formatDayMonth(date)} ${date.slice(0, 4)}`;

/** "on Tuesday 3 June 2025", "in the afternoon of Tuesday 3 June 2025": when an exclusion begins. */
export const beginning = ({ date, slot }: Session): string =>
  slot === 'am' ? `on ${longDate(date)}` : `in the afternoon of ${longDate(date)}`;

/** "on Tuesday 3 June 2025 at the end of the day", or "at midday": when it ends. */
export const ending = ({ date, slot }: Session): string =>
  `on ${longDate(date)} at ${slot === 'pm' ? 'the end of the day' : 'midday'}`;

/** "on Tuesday 3 June 2025 at the start of the day": when the pupil is back. */
export const returning = ({ date, slot }: Session): string =>
  `on ${longDate(date)} at the start of the ${slot === 'am' ? 'day' : 'afternoon'}`;

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** "Tuesday 3 June, Wednesday 4 June and Thursday 5 June 2025"; the year once when all are of one. */
export function listedDays(days: readonly IsoDate[]): string {
  const oneYear = days.every((day) => day.slice(0, 4) === days[0]?.slice(0, 4));
  if (!oneYear) return listed(days.map(longDate));
  const year = days[0]?.slice(0, 4);
  return year === undefined ? '' : `${listed(days.map(shortLong))} ${year}`;
}

/** "9.15 am", "1 pm" from `HH:MM`. */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour < 12 ? 'am' : 'pm';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${String(shown)}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`} ${half}`;
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
] as const;

/** "sixth"; past the sixteenth "21st" and so on. */
export function ordinal(n: number): string {
  const word = ORDINALS[n - 1];
  if (word !== undefined) return word;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const suffix = teen ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[n % 10] ?? 'th');
  return `${String(n)}${suffix}`;
}
