import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex, TermKey } from '../calendar/index-calendar.ts';
import type { SchoolYear, TermName } from '../calendar/types.ts';
import type { RuleSet } from '../duties/types.ts';
import type { CountedExclusion } from './types.ts';

/** Half days out at an earlier school, as that school reported them; without `term` when it did not say. */
export interface EarlierHalfDays {
  readonly schoolYear: SchoolYear;
  readonly halfDays: number;
  readonly term?: TermName;
}

/** One term's total in half days. `halfDays` is the higher of the two readings. */
export interface TermTotal extends TermKey {
  readonly halfDays: number;
  /** Of these, at earlier schools (0 where the rule set leaves them out of the term). */
  readonly earlierHalfDays: number;
  readonly byOwnTerms: number;
  readonly byReferenceDates: number;
}

/** One school year's total in half days, earlier schools included. */
export interface YearTotal {
  readonly schoolYear: SchoolYear;
  readonly halfDays: number;
  readonly earlierHalfDays: number;
  /** Earlier half days whose term is not known: they are in the year and in no term. */
  readonly earlierWithoutTerm: number;
}

/** Totals of one pupil, in the order of the calendar; only terms and years with something in them. */
export interface Totals {
  readonly terms: readonly TermTotal[];
  readonly years: readonly YearTotal[];
}

export interface TotalsInput {
  readonly exclusions: readonly CountedExclusion[];
  readonly earlier: readonly EarlierHalfDays[];
  readonly index: CalendarIndex;
  readonly ruleSet: RuleSet;
}

const ORDER: Readonly<Record<TermName, number>> = { autumn: 0, spring: 1, summer: 2 };

interface OpenTerm extends TermKey {
  own: number;
  reference: number;
  earlier: number;
}

interface OpenYear {
  here: number;
  earlier: number;
  withoutTerm: number;
}

/**
 * Adds up one pupil's half days by term and by school year (from 1 August). Each half day belongs to the
 * term and year it falls in, whatever its exclusion began in; a lunchtime is half a day. Permanent
 * exclusions add nothing: the limits are on fixed periods. A half day outside the school's own terms is
 * put in the term of the reference dates. Of a cancelled exclusion pass the half days actually out.
 * Sources: SI 2012/1033 (reference dates, earlier schools in the term); before September 2012 a term
 * counts days "from the school" only.
 */
export function totals({ exclusions, earlier, index, ruleSet }: TotalsInput): Totals {
  const terms = new Map<number, OpenTerm>();
  const years = new Map<SchoolYear, OpenYear>();

  const termFor = ({ schoolYear, name }: TermKey): OpenTerm => {
    const key = schoolYear * 3 + ORDER[name];
    let term = terms.get(key);
    if (term === undefined) terms.set(key, (term = { schoolYear, name, own: 0, reference: 0, earlier: 0 }));
    return term;
  };
  const yearFor = (schoolYear: SchoolYear): OpenYear => {
    let year = years.get(schoolYear);
    if (year === undefined) years.set(schoolYear, (year = { here: 0, earlier: 0, withoutTerm: 0 }));
    return year;
  };

  for (const exclusion of exclusions) {
    if (exclusion.kind === 'permanent') continue;
    let day:
      | {
          readonly date: IsoDate;
          readonly own: OpenTerm;
          readonly reference: OpenTerm;
          readonly year: OpenYear;
        }
      | undefined;
    for (const { date } of exclusion.halfDays) {
      // The two halves of a day come one after the other, so each day is looked up once.
      if (day?.date !== date) {
        const reference = index.referenceTermOf(date);
        day = {
          date,
          own: termFor(index.termOf(date) ?? reference),
          reference: termFor(reference),
          year: yearFor(reference.schoolYear),
        };
      }
      day.own.own += 1;
      day.reference.reference += 1;
      day.year.here += 1;
    }
  }
  for (const { schoolYear, halfDays, term } of earlier) {
    const year = yearFor(schoolYear);
    year.earlier += halfDays;
    if (term === undefined) year.withoutTerm += halfDays;
    else if (ruleSet.termCountsEarlierSchools.value) termFor({ schoolYear, name: term }).earlier += halfDays;
  }

  return {
    terms: [...terms.entries()]
      .toSorted(([a], [b]) => a - b)
      .map(([, { schoolYear, name, own, reference, earlier: before }]) => ({
        schoolYear,
        name,
        halfDays: Math.max(own, reference) + before,
        earlierHalfDays: before,
        byOwnTerms: own + before,
        byReferenceDates: reference + before,
      })),
    years: [...years.entries()]
      .toSorted(([a], [b]) => a - b)
      .map(([schoolYear, { here, earlier: before, withoutTerm }]) => ({
        schoolYear,
        halfDays: here + before,
        earlierHalfDays: before,
        earlierWithoutTerm: withoutTerm,
      })),
  };
}
