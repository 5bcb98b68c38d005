import type { OperationOutput } from '#shared/contract/contract.ts';
import { notMetTwice } from '#shared/domain/support/not-met-twice.ts';
import { reviewStanding } from '#shared/domain/support/review-standing.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { PlanReview, PlanTarget, SupportPlan } from '../../storage/repositories/support-plans.ts';
import { withoutNulls } from '../without-nulls.ts';

export type PlanView = NonNullable<OperationOutput<'plans.pupil'>['plan']>;

/** A plan as it is shown on a day. `targets` in their order, `reviews` the latest first. */
export function viewPlan(
  plan: SupportPlan,
  targets: readonly PlanTarget[],
  reviews: readonly PlanReview[],
  today: IsoDate,
): PlanView {
  const { closedOn, closedWhy } = plan;
  const failing = failingTargets(targets, reviews);
  return {
    ...withoutNulls({
      id: plan.id,
      version: plan.version,
      from: plan.fromDate,
      reviewOn: plan.reviewOn,
      pupilSignedOn: plan.pupilSignedOn,
      parentSignedOn: plan.parentSignedOn,
      writtenBy: plan.writtenBy,
    }),
    standing: standingOf(plan, today),
    ...(closedOn === null ? {} : { closed: { on: closedOn, why: closedWhy ?? '' } }),
    targets: targets.map(({ id, target, measure, support, state }) => ({
      ...withoutNulls({ id, target, measure, support, state }),
      notMetTwice: failing.includes(id),
    })),
    reviews: reviews.map(({ onDate, note, reviewedBy, nextReviewOn, outcome }) => ({
      ...withoutNulls({ on: onDate, note, by: reviewedBy, nextReviewOn }),
      outcome: targets.flatMap(({ id, target }) => {
        const state = outcome[id];
        return state === undefined ? [] : [{ target, state }];
      }),
    })),
  };
}

/** How the review of a plan stands. */
export const standingOf = ({ reviewOn, closedOn }: SupportPlan, today: IsoDate) =>
  reviewStanding({ reviewOn, ...(closedOn === null ? {} : { closedOn }) }, today);

/** Ids of the targets that two reviews in a row found not met. */
export const failingTargets = (targets: readonly PlanTarget[], reviews: readonly PlanReview[]) =>
  notMetTwice(
    targets,
    reviews.map(({ onDate, outcome }) => ({ on: onDate, outcome })),
  );
