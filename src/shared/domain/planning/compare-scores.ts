import type { PlanScore } from './types.ts';

/** The parts of a score in the order in which they decide, and what is better of each. */
export const SCORE_PARTS = [
  ['covered', 'most'],
  ['urgency', 'most'],
  ['venues', 'fewest'],
  ['burden', 'fewest'],
  ['shortfall', 'fewest'],
  ['balance', 'most'],
] as const satisfies readonly (readonly [keyof PlanScore, 'most' | 'fewest'])[];

/** Above 0 when the first plan is the better one, below 0 when the second is, 0 when neither is. */
export function compareScores(one: PlanScore, other: PlanScore): number {
  for (const [part, better] of SCORE_PARTS) {
    const difference = one[part] - other[part];
    if (difference !== 0) return better === 'most' ? difference : -difference;
  }
  return 0;
}
