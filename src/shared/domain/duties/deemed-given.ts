import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';
import { bankHolidaysBetween } from '../calendar/bank-holidays.ts';

/** First-class post is taken as delivered on the second working day after posting. */
const WORKING_DAYS_BY_POST = 2;

/**
 * The day on which notice of a decision counts as given: by hand the day itself, by first-class post the second
 * working day (Monday to Friday, no bank holiday) after it. It need not be a school day.
 */
export function deemedGiven(on: IsoDate, how: string | undefined): IsoDate {
  if (how !== 'post') return on;
  const holidays = new Set(bankHolidaysBetween(on, addDays(on, 20)).map(({ date }) => date));
  let day = on;
  for (let left = WORKING_DAYS_BY_POST; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5 && !holidays.has(day)) left -= 1;
  }
  return day;
}
