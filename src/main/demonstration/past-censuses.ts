import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { type CensusWindow, censusWindow } from '#shared/domain/returns/census-window.ts';
import type { CensusTerm } from '../exchange/return-document.ts';

/** One census day and the exclusions it asks for. */
export interface Census {
  readonly term: CensusTerm;
  /** Calendar year of the census. */
  readonly year: number;
  readonly referenceDate: IsoDate;
  readonly period: CensusWindow;
}

const census = (term: CensusTerm, year: number): Census => ({
  term,
  year,
  referenceDate: censusDay(term, year),
  period: censusWindow(term, year),
});

/** The censuses taken before `today` whose whole window lies in the school years covered, oldest first. */
export function pastCensuses(schoolYears: readonly SchoolYear[], today: IsoDate): readonly Census[] {
  const start = `${String(schoolYears[0] ?? 0)}-08-01`;
  return schoolYears
    .flatMap((year) => [census('AUT', year), census('SPR', year + 1), census('SUM', year + 1)])
    .filter(({ referenceDate, period }) => period.from >= start && referenceDate < today);
}
