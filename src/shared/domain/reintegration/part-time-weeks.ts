import { daysBetween } from '../../kernel/plain-date.ts';
import type { PartTime } from './types.ts';

/**
 * The most weeks of a part-time timetable that need no reason. Guidance allows one for a short time only, with an end,
 * to help a pupil back, and not to manage behaviour; it names no number. Six weeks is half a term, the safer reading.
 */
export const PART_TIME_WEEKS = 6;

/**
 * The weeks, begun ones counted whole, from the first day of a pupil's part-time timetables in one case to the last:
 * one that is made longer by a second one behind it is as long as both.
 */
export function partTimeWeeks(periods: readonly PartTime[]): number {
  const from = periods.map((one) => one.from).toSorted()[0];
  const to = periods
    .map((one) => one.to)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) return 0;
  return Math.ceil((daysBetween(from, to) + 1) / 7);
}
