import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import { censusReturn } from '#shared/domain/returns/periods.ts';
import { dueDateOf } from '#shared/domain/returns/who-has-sent.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { periodName } from '#shared/text/period-words.ts';

/** A period that returns are asked for. */
export interface AskedPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly setHere: boolean;
}

interface DueDate {
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly periodName: string;
  readonly dueOn: IsoDate;
}

/** The first census with exclusions in a layout that we read. */
const FIRST_YEAR = 2005;

/**
 * The periods asked for in a school year: its censuses whose day has come, and others that the authority has set a due
 * date for in that year. Due dates set here go before the 14 days after the census day.
 */
export function askedPeriods(
  schoolYear: SchoolYear,
  dueDates: readonly DueDate[],
  today: IsoDate,
): readonly AskedPeriod[] {
  const set = new Map(dueDates.map((due) => [`${due.periodFrom} ${due.periodTo}`, due]));
  const censuses = CENSUSES.map(({ term, later }) => ({ term, year: schoolYear + later }))
    .filter(({ term, year }) => censusDay(term, year) <= today)
    .map(({ term, year }) => {
      const period = censusReturn(term, year);
      const { from, to } = period;
      const here = set.get(`${from} ${to}`);
      return {
        from,
        to,
        name: periodName(period),
        dueOn: here?.dueOn ?? dueDateOf(censusDay(term, year)),
        setHere: here !== undefined,
      };
    });
  const others = dueDates
    .map(({ periodFrom: from, periodTo: to, periodName: name, dueOn }) => ({
      from,
      to,
      name,
      dueOn,
      setHere: true,
    }))
    .filter(({ dueOn }) => schoolYearOf(dueOn) === schoolYear)
    .filter((period) => censusYearOf(period) === undefined);
  return [...censuses, ...others].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

const CENSUSES = [
  { term: 'AUT', later: 0 },
  { term: 'SPR', later: 1 },
  { term: 'SUM', later: 1 },
] as const;

/** The newest school year in which a census day has come, and the years before it that may be asked for. */
export function askedYears(earliest: IsoDate | undefined, today: IsoDate): readonly SchoolYear[] {
  const current = schoolYearOf(today);
  const newest = censusDay('AUT', current) <= today ? current : current - 1;
  const oldest = Math.max(
    FIRST_YEAR,
    Math.min(newest, earliest === undefined ? newest : schoolYearOf(earliest)),
  );
  return Array.from({ length: newest - oldest + 1 }, (_, at) => newest - at);
}

/** The school year in which the census with these dates is taken; undefined where they are of no census. */
export function censusYearOf({
  from,
  to,
}: {
  readonly from: IsoDate;
  readonly to: IsoDate;
}): SchoolYear | undefined {
  const first = schoolYearOf(to) - 1;
  for (let schoolYear = first; schoolYear <= first + 3; schoolYear += 1) {
    for (const { term, later } of CENSUSES) {
      const census = censusReturn(term, schoolYear + later);
      if (census.from === from && census.to === to) return schoolYear;
    }
  }
  return undefined;
}
