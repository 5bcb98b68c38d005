import type { IsoDate } from '../../kernel/plain-date.ts';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';

/** The Monday of the week that a day lies in. */
export function mondayOf(date: IsoDate): IsoDate {
  const day = toDayNumber(date);
  return fromDayNumber(day - weekdayOfDayNumber(day) + 1);
}
