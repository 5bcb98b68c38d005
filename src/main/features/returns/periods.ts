import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import { annualReturn, censusReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import type { ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Handler } from '../context.ts';
import { namedPeriod } from './return-period.ts';

/** The first census that took exclusions pupil by pupil, the spring of 2006, and the first year of the survey before. */
const FIRST_CENSUS = 2006;
const FIRST_SURVEY = 2003;

/** The censuses of a calendar year, newest first. */
const TERMS = ['AUT', 'SUM', 'SPR'] as const;

/** First years from `last` down to `first`. */
const yearsDown = (last: number, first: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at);

/** Census windows, newest first, from the next census after `today` (or on it) back to the first. */
function censuses(today: IsoDate): readonly ReturnPeriod[] {
  const all = yearsDown(Number(today.slice(0, 4)) + 1, FIRST_CENSUS).flatMap((year) =>
    TERMS.map((term) => ({ term, year })),
  );
  const next = all.findLastIndex(({ term, year }) => censusDay(term, year) >= today);
  return all.slice(Math.max(0, next)).map(({ term, year }) => censusReturn(term, year));
}

/** School years that have begun, newest first; a return of one is named by the spring it is collected in. */
function schoolYears(today: IsoDate): readonly ReturnPeriod[] {
  return yearsDown(schoolYearOf(today), FIRST_SURVEY + 1)
    .map((first) => annualReturn(first + 2))
    .filter(({ from }) => from <= today);
}

/** Terms that have begun, newest first. */
function terms(today: IsoDate): readonly ReturnPeriod[] {
  return yearsDown(schoolYearOf(today), FIRST_SURVEY)
    .flatMap((first) => (['SUM', 'SPR', 'AUT'] as const).map((term) => termlyReturn(term, first)))
    .filter(({ from }) => from <= today);
}

export const listPeriods: Handler<'returns.periods'> = async ({ clock }) => {
  const today = clock.today();
  return {
    ok: true,
    value: { periods: [...censuses(today), ...schoolYears(today), ...terms(today)].map(namedPeriod) },
  };
};
