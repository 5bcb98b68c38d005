import type { IsoDate } from '../../kernel/plain-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { SchoolYear } from '../calendar/types.ts';

/** A fixed-period or permanent exclusion that was issued. */
export interface BegunExclusion {
  readonly kind: 'fixed-period' | 'permanent';
  readonly startDate: IsoDate;
  /** Half days out; null for a permanent one. */
  readonly halfDays: number | null;
  /** The main reason's code; null when none is given. */
  readonly reason: string | null;
}

export interface ReasonLength {
  readonly reason: string;
  readonly n: number;
  /** School days, halves possible. */
  readonly meanDays: number;
  readonly minDays: number;
  readonly maxDays: number;
}

/** How long fixed-period exclusions for the same main reason were, the most frequent reason first. */
export function lengthsByReason(exclusions: readonly BegunExclusion[]): readonly ReasonLength[] {
  const days = new Map<string, number[]>();
  for (const { halfDays, reason } of exclusions) {
    if (halfDays === null || reason === null) continue;
    const own = days.get(reason);
    if (own) own.push(halfDays / 2);
    else days.set(reason, [halfDays / 2]);
  }
  return [...days]
    .map(([reason, lengths]) => ({
      reason,
      n: lengths.length,
      meanDays: lengths.reduce((sum, one) => sum + one, 0) / lengths.length,
      minDays: Math.min(...lengths),
      maxDays: Math.max(...lengths),
    }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}

export interface YearFigures {
  readonly schoolYear: SchoolYear;
  readonly fixedPeriod: number;
  readonly permanent: number;
  /** The year is not over: it has no change yet. */
  readonly soFar?: true;
  /** Against the year before, of fixed-period exclusions; absent for the first year. Negative is a reduction. */
  readonly change?: number;
  /** The same in per cent; absent when there were none the year before. */
  readonly percent?: number;
}

/**
 * Exclusions begun in each school year from the first with any to the last, with the change from year to year. The
 * year that `today` lies in is not compared: half a year against a whole one would show a fall that is none.
 */
export function yearlyFigures(exclusions: readonly BegunExclusion[], today: IsoDate): readonly YearFigures[] {
  const years = exclusions.map(({ startDate }) => schoolYearOf(startDate));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const count = (schoolYear: SchoolYear, kind: BegunExclusion['kind']) =>
    exclusions.filter((one, at) => years[at] === schoolYear && one.kind === kind).length;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((schoolYear) => {
    const fixedPeriod = count(schoolYear, 'fixed-period');
    const before = count(schoolYear - 1, 'fixed-period');
    const soFar = schoolYear >= schoolYearOf(today);
    return {
      schoolYear,
      fixedPeriod,
      permanent: count(schoolYear, 'permanent'),
      ...(soFar ? { soFar } : {}),
      ...(soFar || schoolYear === first ? {} : { change: fixedPeriod - before }),
      ...(soFar || schoolYear === first || before === 0
        ? {}
        : { percent: ((fixedPeriod - before) / before) * 100 }),
    };
  });
}
