import type { PlanPupil } from './types.ts';

/** Each fact outweighs all that come after it, age included. */
const IN_CARE = 64;
const DUE = 32;
const PERMANENT = 16;
/** The youngest counts 15, so that a fact always counts more than any difference of age. */
const YOUNGEST = 15;
/** Year 13 counts nothing; every year younger one more. */
const OLDEST_YEAR = 13;

/**
 * What one covered session of a pupil counts towards the urgency of a plan: looked-after 64, education due 32,
 * excluded permanently 16, and 1 for each year below year 13, at most 15. Always a whole number from 0 to 127.
 */
export function urgencyWeight({
  inCare,
  due,
  permanent,
  yearGroup,
}: Pick<PlanPupil, 'inCare' | 'due' | 'permanent' | 'yearGroup'>): number {
  const younger = Math.min(YOUNGEST, Math.max(0, OLDEST_YEAR - Math.trunc(yearGroup)));
  return (inCare ? IN_CARE : 0) + (due ? DUE : 0) + (permanent ? PERMANENT : 0) + younger;
}
