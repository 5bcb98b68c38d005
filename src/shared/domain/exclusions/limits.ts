import { formatSchoolYear } from '../calendar/format-date.ts';
import { totals, type EarlierHalfDays, type TermTotal, type TotalsInput, type YearTotal } from './totals.ts';
import type { CountedExclusion, LimitBar } from './types.ts';

export interface LimitCheck {
  /** The terms this exclusion has half days in, in order; empty for a permanent exclusion. */
  readonly terms: readonly LimitBar[];
  /** The term with the highest total: it decides the duties and the letter. */
  readonly decisiveTerm: LimitBar | undefined;
  readonly years: readonly LimitBar[];
  /** Why this exclusion may not be issued, with the arithmetic; undefined when it may. */
  readonly refusal: string | undefined;
}

export interface LimitInput extends Omit<TotalsInput, 'exclusions'> {
  readonly exclusion: CountedExclusion;
  /** The pupil's other exclusions that count, at this school; never this one itself. */
  readonly others: readonly CountedExclusion[];
  readonly earlier: readonly EarlierHalfDays[];
}

const days = (halfDays: number): string => `${String(halfDays / 2)} ${halfDays === 2 ? 'day' : 'days'}`;

function bar(
  before: TermTotal | YearTotal | undefined,
  after: TermTotal | YearTotal,
  marks: readonly number[],
): LimitBar {
  const from = before?.halfDays ?? 0;
  return {
    schoolYear: after.schoolYear,
    ...('name' in after ? { term: after.name } : {}),
    before: from,
    after: after.halfDays,
    earlier: after.earlierHalfDays,
    marks,
    crosses: marks.filter((mark) => after.halfDays > mark && from <= mark),
  };
}

function refusalOf(year: LimitBar, limit: number, onlyYear: boolean): string | undefined {
  if (year.after <= limit) return undefined;
  const when = onlyYear ? 'this school year' : `in the school year ${formatSchoolYear(year.schoolYear)}`;
  const earlier =
    year.earlier > 0 ? ` (${days(year.earlier).replace(/ days?$/, '')} at an earlier school)` : '';
  const left = Math.max(0, limit - year.before);
  const leftText = left === 0 ? 'No days are left.' : `${days(left)} ${left === 2 ? 'is' : 'are'} left.`;
  return (
    `This pupil has ${days(year.before)} ${when}${earlier}. ${days(year.after - year.before)} more makes ` +
    `${String(year.after / 2)}; the limit is ${String(limit / 2)}. ${leftText}`
  );
}

/**
 * Where an exclusion takes the pupil's totals against 5 and 15 days a term and 45 a year, and the refusal
 * when it would pass 45 in a school year. The marks come from the rule set; all comparisons are strict.
 */
export function checkLimits({ exclusion, others, earlier, index, ruleSet }: LimitInput): LimitCheck {
  const alone = totals({ exclusions: [exclusion], earlier: [], index, ruleSet });
  const before = totals({ exclusions: others, earlier, index, ruleSet });
  const after = totals({ exclusions: [...others, exclusion], earlier, index, ruleSet });
  const termMarks = ruleSet.governors
    .flatMap(({ overTermDays = 0 }) => (overTermDays > 0 ? [overTermDays * 2] : []))
    .toSorted((a, b) => a - b);
  const yearLimit = ruleSet.maxYearDays.value * 2;

  const sameTerm = (a: TermTotal, b: TermTotal): boolean =>
    a.schoolYear === b.schoolYear && a.name === b.name;
  const terms = after.terms
    .filter((total) => alone.terms.some((own) => sameTerm(own, total)))
    .map((total) =>
      bar(
        before.terms.find((earlierTotal) => sameTerm(earlierTotal, total)),
        total,
        termMarks,
      ),
    );
  const years = after.years
    .filter((total) => alone.years.some((own) => own.schoolYear === total.schoolYear))
    .map((total) =>
      bar(
        before.years.find((earlierTotal) => earlierTotal.schoolYear === total.schoolYear),
        total,
        [yearLimit],
      ),
    );
  return {
    terms,
    decisiveTerm: terms.toSorted((a, b) => b.after - a.after)[0],
    years,
    refusal: years
      .map((year) => refusalOf(year, yearLimit, years.length === 1))
      .find((text) => text !== undefined),
  };
}
