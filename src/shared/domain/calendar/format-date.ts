import type { IsoDate } from '../../kernel/plain-date.ts';
import { toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import type { SchoolYear, Session } from './types.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "3 June": the day and month alone. */
export function formatDayMonth(date: IsoDate): string {
  return `${String(Number(date.slice(8, 10)))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** "Tue 3 June": for lists in which the year is plain. */
export function formatShortDate(date: IsoDate): string {
  return `${WEEKDAYS[weekdayOfDayNumber(toDayNumber(date)) - 1] ?? ''} ${formatDayMonth(date)}`;
}

/** "Tue 3 June 2025". */
export function formatDate(date: IsoDate): string {
  return `${formatShortDate(date)} ${String(Number(date.slice(0, 4)))}`;
}

/** "13 April 2013": nobody asks which weekday somebody was born on. */
export function formatBirthDate(dob: IsoDate): string {
  return `${formatDayMonth(dob)} ${dob.slice(0, 4)}`;
}

/** "Tue 3 June 2025 pm". */
export function formatSession(session: Session): string {
  return `${formatDate(session.date)} ${session.slot}`;
}

/** "2025/26" for the school year that begins in 2025. */
export function formatSchoolYear(schoolYear: SchoolYear): string {
  return `${String(schoolYear)}/${String((schoolYear + 1) % 100).padStart(2, '0')}`;
}
