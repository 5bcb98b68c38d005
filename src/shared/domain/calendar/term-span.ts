import type { IsoDate } from '../../kernel/plain-date.ts';
import { easterSunday } from './easter.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';
import type { SchoolYear, TermName } from './types.ts';

/** The first and last day of a term by the reference dates (see `referenceTermOf`): the three fill the school year. */
export function termSpan(
  schoolYear: SchoolYear,
  name: TermName,
): { readonly from: IsoDate; readonly to: IsoDate } {
  const easter = toDayNumber(easterSunday(schoolYear + 1));
  const next = String(schoolYear + 1);
  if (name === 'autumn') return { from: `${String(schoolYear)}-08-01`, to: `${String(schoolYear)}-12-31` };
  return name === 'spring'
    ? { from: `${next}-01-01`, to: fromDayNumber(easter) }
    : { from: fromDayNumber(easter + 1), to: `${next}-07-31` };
}
