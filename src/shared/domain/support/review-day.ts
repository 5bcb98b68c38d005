import { addDays, daysBetween, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';
import type { HalfTerm } from './half-terms.ts';

/** Days of a half term that give a plan time to show anything; with fewer it is looked at with the next half term. */
const LEAST_DAYS = 14;

/** The summer holidays with a half term after them: what ends later is no next half term. */
const MOST_DAYS = 120;

/** A half term where the calendar has none: six weeks. */
const USUAL_DAYS = 42;

/**
 * When a plan that was begun or looked at on a day is to be looked at next: the last school day of the half term, or of
 * the next one when fewer than 14 days of it are left. Where the calendar has no such half term: six weeks later, and on
 * the Monday when that is a weekend. Always after the day.
 */
export function reviewDay(halfTerms: readonly HalfTerm[], after: IsoDate): IsoDate {
  const next = halfTerms.find(({ to }) => daysBetween(after, to) >= LEAST_DAYS);
  if (next !== undefined && daysBetween(after, next.to) <= MOST_DAYS) return next.to;
  const day = addDays(after, USUAL_DAYS);
  return addDays(day, { 6: 2, 7: 1 }[weekdayOf(day)] ?? 0);
}
