import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate, weekdayOf } from '#shared/kernel/plain-date.ts';
import { type CensusWindow, censusWindow } from '../exchange/census-window.ts';
import type { CensusTerm } from '../exchange/return-document.ts';

/** One census day and the exclusions it asks for. */
export interface Census {
  readonly term: CensusTerm;
  /** Calendar year of the census. */
  readonly year: number;
  readonly referenceDate: IsoDate;
  readonly period: CensusWindow;
}

const THURSDAY = 4;

/** Censuses are taken on a Thursday: the first of October, the third of January and of May. */
function thursdayOf(year: number, month: '01' | '05' | '10', nth: number): IsoDate {
  const first = `${String(year)}-${month}-01`;
  return addDays(first, ((THURSDAY - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

const census = (term: CensusTerm, year: number, referenceDate: IsoDate): Census => ({
  term,
  year,
  referenceDate,
  period: censusWindow(term, year),
});

/** The censuses taken before `today` whose whole window lies in the school years covered, oldest first. */
export function pastCensuses(schoolYears: readonly SchoolYear[], today: IsoDate): readonly Census[] {
  const start = `${String(schoolYears[0] ?? 0)}-08-01`;
  return schoolYears
    .flatMap((year) => [
      census('AUT', year, thursdayOf(year, '10', 1)),
      census('SPR', year + 1, thursdayOf(year + 1, '01', 3)),
      census('SUM', year + 1, thursdayOf(year + 1, '05', 3)),
    ])
    .filter(({ referenceDate, period }) => period.from >= start && referenceDate < today);
}
