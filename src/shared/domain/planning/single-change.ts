import { assertNever } from '../../kernel/assert-never.ts';
import type { Session } from '../calendar/types.ts';
import { applyChange } from './apply-change.ts';
import type { PlanChange, ProviderObstacles } from './explanation-types.ts';
import type { PlanObstacle } from './plan-book.ts';
import { planProblems } from './plan-problems.ts';
import type { PlanAssignment, PlanProblem } from './types.ts';

/**
 * The one change after which the session could be added at the provider; none when several things stand against it, or
 * one that nobody should set aside: pupils who are kept apart, groups that are taught apart, a rule that cannot be
 * waived. A change is given only when the plan with it and the session keeps every rule.
 */
export function singleChange(
  problem: PlanProblem,
  assignments: readonly PlanAssignment[],
  pupilId: string,
  session: Session,
  { providerId, obstacles }: ProviderObstacles,
): PlanChange | undefined {
  const [obstacle, ...others] = obstacles;
  const what = obstacle && others.length === 0 ? changeFor(obstacle) : undefined;
  if (!what) return undefined;
  const change: PlanChange = { providerId, date: session.date, slot: session.slot, ...what };
  // The rules of the other providers are not touched by it.
  const here = {
    ...problem,
    providers: problem.providers.filter(({ id }) => id === providerId),
    admissions: problem.admissions.filter((row) => row.providerId === providerId),
  };
  const plan = assignments.filter((place) => place.providerId === providerId);
  const added = { pupilId, providerId, date: session.date, slot: session.slot };
  return planProblems(applyChange(here, pupilId, change), [...plan, added]).length === 0 ? change : undefined;
}

type What = PlanChange extends infer C
  ? C extends PlanChange
    ? Omit<C, keyof Session | 'providerId'>
    : never
  : never;

function changeFor(obstacle: PlanObstacle): What | undefined {
  switch (obstacle.type) {
    case 'full':
      return { type: obstacle.limitedBy === 'adults' ? 'adult-more' : 'place-more' };
    case 'school-share':
      return { type: 'share-more' };
    case 'week-full':
      return { type: 'week-more' };
    case 'stay-too-short':
      return { type: 'shorter-stay' };
    case 'stay-too-long':
      return { type: 'longer-stay' };
    case 'refused': {
      const [refusal, ...others] = obstacle.refusals;
      return refusal?.waivable && others.length === 0 ? { type: 'waive', refusal } : undefined;
    }
    case 'not-offered':
    case 'kept-apart':
    case 'other-group':
      return undefined;
    default:
      return assertNever(obstacle);
  }
}
