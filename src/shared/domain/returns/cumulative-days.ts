import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { referenceTermOf, schoolYearOf } from '../calendar/school-year.ts';
import type { SchoolYear, Slot, TermName } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';

interface HalfDay {
  readonly exclusionId: string;
  readonly date: IsoDate;
  readonly slot: Slot | 'lunch';
}

interface Earlier {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly halfDays: number;
}

/** A pupil's half days of fixed-period and lunchtime exclusions that stand, and those at earlier schools. */
export interface PupilHalfDays {
  readonly here: readonly HalfDay[];
  readonly earlier: readonly Earlier[];
}

/** Totals in half days when an exclusion was over; `termBefore` is the same without it. */
export interface Cumulative {
  readonly term: number;
  readonly termBefore: number;
  readonly year: number;
}

/**
 * What a pupil had in the term and in the school year once an exclusion was over, itself included: all half days up to
 * its last one, in the term and year of that one. Of the two readings of a term (the school's own, the reference dates)
 * the higher counts. A permanent exclusion (no half days) has what there was before its start.
 */
export function cumulativeDays(
  exclusion: { readonly id: string; readonly startDate: IsoDate; readonly endDate: IsoDate },
  { here, earlier }: PupilHalfDays,
  calendar: CalendarIndex,
): Cumulative {
  const own = here.filter(({ exclusionId }) => exclusionId === exclusion.id);
  const until = own.length === 0 ? exclusion.startDate : exclusion.endDate;
  const reached = here.filter(
    ({ date, exclusionId }) =>
      exclusionId === exclusion.id || date < until || (own.length > 0 && date === until),
  );
  const schoolYear = schoolYearOf(until);
  const reference = referenceTermOf(until);
  const ownTerm = calendar.termOf(until) ?? reference;
  const inReference = ({ date }: HalfDay): boolean => sameTerm(referenceTermOf(date), reference);
  const inOwn = ({ date }: HalfDay): boolean =>
    sameTerm(calendar.termOf(date) ?? referenceTermOf(date), ownTerm);
  const before = (of: TermKey): number =>
    earlier
      .filter((one) => one.schoolYear === of.schoolYear && one.term === of.name)
      .reduce((sum, { halfDays }) => sum + halfDays, 0);
  const termOf = (halfDays: readonly HalfDay[]): number =>
    Math.max(
      halfDays.filter(inReference).length + before(reference),
      halfDays.filter(inOwn).length + before(ownTerm),
    );
  return {
    term: termOf(reached),
    termBefore: termOf(reached.filter(({ exclusionId }) => exclusionId !== exclusion.id)),
    year:
      reached.filter(({ date }) => schoolYearOf(date) === schoolYear).length +
      earlier.filter((one) => one.schoolYear === schoolYear).reduce((sum, { halfDays }) => sum + halfDays, 0),
  };
}

interface TermKey {
  readonly schoolYear: SchoolYear;
  readonly name: TermName;
}

const sameTerm = (a: TermKey, b: TermKey): boolean => a.schoolYear === b.schoolYear && a.name === b.name;
