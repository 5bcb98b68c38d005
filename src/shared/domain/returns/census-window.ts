import { easterSunday } from '../calendar/easter.ts';
import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import type { CensusTerm } from './types.ts';

/** Both days included. */
export interface CensusWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Since the autumn census of 2019 each census takes the previous two terms; before, the term before last. */
const TWO_TERMS_FROM = 2019;

/**
 * The start dates of exclusions that a census takes; `year` is the calendar year of the census.
 *
 * From autumn 2019: autumn = spring and summer terms, spring = summer and autumn terms, summer = autumn and
 * spring terms. From 2005/06 to summer 2019: two terms back (autumn = spring term, spring = summer term, summer
 * = autumn term). Terms part at 31 December and at Easter Monday; at the summer holiday the statistics of today
 * part at 31 July, census software of the earlier years at 31 August, and each era keeps its own.
 * Sources: DfE pupil exclusion statistics methodology (terms); notice on the spring census 2020 (22 April to
 * 31 December 2019); a public supplier's census dates for 2012/13.
 */
export function censusWindow(term: CensusTerm, year: number): CensusWindow {
  const twoTerms = year > TWO_TERMS_FROM || (year === TWO_TERMS_FROM && term === 'AUT');
  const easterMonday = (of: number): IsoDate => addDays(easterSunday(of), 1);
  const y = String(year);
  const before = String(year - 1);
  if (term === 'AUT') return { from: `${y}-01-01`, to: twoTerms ? `${y}-07-31` : easterSunday(year) };
  if (term === 'SPR') {
    return { from: easterMonday(year - 1), to: twoTerms ? `${before}-12-31` : `${before}-08-31` };
  }
  return twoTerms
    ? { from: `${before}-08-01`, to: easterSunday(year) }
    : { from: `${before}-09-01`, to: `${before}-12-31` };
}

/** The window of the former PRU census, held in spring: the whole school year before (1 September to 31 August). */
export const annualWindow = (year: number): CensusWindow => ({
  from: `${String(year - 2)}-09-01`,
  to: `${String(year - 1)}-08-31`,
});
