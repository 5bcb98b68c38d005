import type { IsoDate } from '../../kernel/plain-date.ts';
import { easterSunday } from './easter.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';
import type { SchoolYear, TermName } from './types.ts';

/**
 * The school year a date falls in. The 45-day year runs from the first school day after 31 July, so the
 * boundary is 1 August, not 1 September: schools that begin in late August start the new year then.
 */
export function schoolYearOf(date: IsoDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 8 ? year : year - 1;
}

/** Worked out once a year asked for: totals ask for the term of thousands of half days. */
const easterMondays = new Map<number, IsoDate>();
function easterMonday(year: number): IsoDate {
  let date = easterMondays.get(year);
  if (date === undefined) {
    date = fromDayNumber(toDayNumber(easterSunday(year)) + 1);
    easterMondays.set(year, date);
  }
  return date;
}

/**
 * The term by the reference dates 31 December, Easter Monday and 31 July (SI 2012/1033): the autumn term
 * to 31 December, the spring term to the day before Easter Monday, the summer term to 31 July.
 */
export function referenceTermOf(date: IsoDate): { readonly schoolYear: SchoolYear; readonly name: TermName } {
  const schoolYear = schoolYearOf(date);
  const year = Number(date.slice(0, 4));
  if (year === schoolYear) return { schoolYear, name: 'autumn' };
  return { schoolYear, name: date < easterMonday(year) ? 'spring' : 'summer' };
}
