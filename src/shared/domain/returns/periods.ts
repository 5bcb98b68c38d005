import { easterSunday } from '../calendar/easter.ts';
import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import { censusDay } from './census-day.ts';
import { annualWindow, censusWindow } from './census-window.ts';
import type { CensusTerm, ReturnPeriod } from './types.ts';

/** What a census takes; see `censusWindow`. */
export const censusReturn = (term: CensusTerm, year: number): ReturnPeriod => ({
  kind: 'census',
  term,
  year,
  ...censusWindow(term, year),
});

/** The school year before, as the former PRU return had it; `year` is the spring it was collected in. */
export const annualReturn = (year: number): ReturnPeriod => ({ kind: 'annual', year, ...annualWindow(year) });

/**
 * One term of a school year, as the survey of 2003/04 and 2004/05 had it. Terms part at 31 December, at Easter Monday
 * and at 31 July (the reference dates of SI 2012/1033 and of the statistics).
 */
export function termlyReturn(term: CensusTerm, schoolYear: number): ReturnPeriod {
  const next = schoolYear + 1;
  const easter = easterSunday(next);
  const [from, to] = {
    AUT: [`${schoolYear}-08-01`, `${schoolYear}-12-31`] as const,
    SPR: [`${next}-01-01`, easter] as const,
    SUM: [addDays(easter, 1), `${next}-07-31`] as const,
  }[term];
  return { kind: 'termly', term, year: schoolYear, from, to };
}

export const datesReturn = (from: IsoDate, to: IsoDate): ReturnPeriod => ({ kind: 'dates', from, to });

/** The period with the dates that its rule gives it; undefined where term or year are missing, or `to` is before `from`. */
export function periodByRule(period: ReturnPeriod): ReturnPeriod | undefined {
  const { kind, term, year, from, to } = period;
  if (kind === 'dates') return from <= to ? datesReturn(from, to) : undefined;
  if (year === undefined) return undefined;
  if (kind === 'annual') return annualReturn(year);
  if (term === undefined) return undefined;
  return kind === 'census' ? censusReturn(term, year) : termlyReturn(term, year);
}

/** The day that decides who is on roll: the census day, and for other periods their last day. */
export function referenceDateOf({ kind, term, year, to }: ReturnPeriod): IsoDate {
  if (kind === 'census' && term !== undefined && year !== undefined) return censusDay(term, year);
  return kind === 'annual' && year !== undefined ? censusDay('SPR', year) : to;
}
