import { costBurden, travelBurden } from './burden-of.ts';
import { indexProblem } from './index-problem.ts';
import type { PlanAssignment, PlanProblem, PlanScore } from './types.ts';
import { urgencyWeight } from './urgency-weight.ts';

/** Shares are compared in thousandths, rounded up, so that whole numbers decide. */
const WHOLE = 1000;

/**
 * What a plan is worth. All six are whole numbers:
 * - `covered`: sessions that get a place;
 * - `urgency`: the sum of `urgencyWeight` over them;
 * - `venues`: pairs of pupil and provider with a new place where the pupil has no place already;
 * - `burden`: `travelBurden` for each day that brings a pupil to a provider where they were not that day already,
 *   and `costBurden` for each new place;
 * - `shortfall`: the largest share, in thousandths rounded up, of a school's waiting sessions that stays without;
 * - `balance`: the sum of the partner's `balance` with the pupil's school over the new places.
 */
export function scorePlan(problem: PlanProblem, assignments: readonly PlanAssignment[]): PlanScore {
  const index = indexProblem(problem);
  const venues = new Set<string>();
  const days = new Set<string>();
  const coveredOf = new Map<string, number>();
  let [urgency, burden, balance] = [0, 0, 0];
  for (const { pupilId, providerId, date } of assignments) {
    const [pupil, provider] = [index.pupil(pupilId), index.provider(providerId)];
    if (!pupil || !provider) throw new Error('The plan names somebody who is not in the problem.');
    urgency += urgencyWeight(pupil);
    burden += costBurden(provider);
    balance += provider.balance[pupil.schoolId] ?? 0;
    coveredOf.set(pupil.schoolId, (coveredOf.get(pupil.schoolId) ?? 0) + 1);
    const already = index.existingDays(pupilId, providerId);
    if (already.size === 0) venues.add(JSON.stringify([pupilId, providerId]));
    const day = JSON.stringify([pupilId, providerId, date]);
    if (!already.has(date) && !days.has(day)) burden += travelBurden(provider, pupil.schoolId);
    days.add(day);
  }
  return {
    covered: assignments.length,
    urgency,
    venues: venues.size,
    burden,
    shortfall: largestShortfall(problem, coveredOf),
    balance,
  };
}

function largestShortfall({ pupils }: PlanProblem, coveredOf: ReadonlyMap<string, number>): number {
  const wantedOf = new Map<string, number>();
  for (const { schoolId, sessions } of pupils) {
    wantedOf.set(schoolId, (wantedOf.get(schoolId) ?? 0) + sessions.length);
  }
  const shares = [...wantedOf].map(([schoolId, wanted]) =>
    wanted === 0 ? 0 : Math.ceil(((wanted - (coveredOf.get(schoolId) ?? 0)) * WHOLE) / wanted),
  );
  return Math.max(0, ...shares);
}
