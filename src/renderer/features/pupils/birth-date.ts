import { formatDayMonth } from '#shared/domain/calendar/format-date.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';

/** "13 April 2013": nobody asks which weekday somebody was born on. */
export const birthDate = (dob: IsoDate): string => `${formatDayMonth(dob)} ${dob.slice(0, 4)}`;

/** Age in whole years on `today`. */
export function ageOn(dob: IsoDate, today: IsoDate): number {
  const before = today.slice(5) < dob.slice(5) ? 1 : 0;
  return Number(today.slice(0, 4)) - Number(dob.slice(0, 4)) - before;
}
