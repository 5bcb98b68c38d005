import type { ConferenceFigures, MetCriterion } from './types.ts';

/** What decides how urgent a pupil is. */
export interface Urgent {
  readonly met: readonly MetCriterion[];
  readonly figures: ConferenceFigures;
  /** Start of the latest exclusion. */
  readonly last: string;
}

/**
 * Orders pupils, the most urgent first: a permanent exclusion that is not final may still be turned; then those with the
 * fewest days left before the limit, where that is near; then whoever meets more criteria, has more days in the year, and
 * was excluded last.
 */
export function byUrgency(a: Urgent, b: Urgent): number {
  return (
    notFinal(b) - notFinal(a) ||
    daysLeft(a) - daysLeft(b) ||
    b.met.length - a.met.length ||
    b.figures.daysYear - a.figures.daysYear ||
    (a.last === b.last ? 0 : a.last < b.last ? 1 : -1)
  );
}

const notFinal = ({ met }: Urgent): number =>
  met.some(({ criterion }) => criterion.kind === 'permanent' && criterion.which === 'not-final') ? 1 : 0;

/** Only where the limit is near by a criterion; a number, so that two without one are level. */
const daysLeft = ({ met }: Urgent): number =>
  met.find(({ criterion }) => criterion.kind === 'near-limit')?.by ?? Number.MAX_SAFE_INTEGER;
