import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { reviewDay } from '#shared/domain/support/review-day.ts';
import type { TargetState } from '#shared/domain/support/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  insertReview,
  readReviews,
  readTargets,
  updatePlan,
  updateTarget,
} from '../../storage/repositories/support-plans.ts';
import type { Handler } from '../context.ts';
import { readHalfTerms } from '../half-terms.ts';
import { openPlan } from './open-plan.ts';
import { checkPlanDays } from './plan-days.ts';

const NOT_DONE = 'The review was not noted';

/** Notes how every target stands and when the plan is looked at next. A review is never changed afterwards. */
export const reviewPlan: Handler<'plans.review'> = (context, input) =>
  context.change<{ readonly reviewOn: string }>(async (db) => {
    const { clock, session } = context;
    const today = clock.today();
    const opened = await openPlan(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { plan, schoolId } = opened.value;
    const { id: planId, pupilId } = plan;
    const on = input.on ?? today;
    const [last] = (await readReviews(db, [planId])).get(planId) ?? [];
    const after = last?.onDate ?? plan.fromDate;
    if (on > today || on < after || on === last?.onDate) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${formatDate(on)} is ${on > today ? 'still to come' : last === undefined ? 'before the plan' : 'not after the last review'}.`,
        {
          fields: [
            {
              path: 'on',
              message: `Enter a day ${last === undefined ? 'from' : 'after'} ${formatDate(after)}, up to today.`,
            },
          ],
        },
      );
    }
    const targets = ((await readTargets(db, [planId])).get(planId) ?? []).filter(
      ({ state }) => state !== 'dropped',
    );
    const outcome: Readonly<Record<string, TargetState>> = Object.fromEntries(
      input.outcome.map(({ targetId, state }) => [targetId, state]),
    );
    const missing = targets.filter(({ id }) => !Object.hasOwn(outcome, id));
    const strange = Object.keys(outcome).length > targets.length - missing.length;
    if (missing.length > 0 || strange) {
      return refuse(
        strange ? 'conflict' : 'invalid-input',
        strange
          ? `${NOT_DONE}: it speaks of a target that is not in this plan any more. Look at the plan again.`
          : `${NOT_DONE}: it does not say how every target stands.`,
        {
          fields: missing.map(({ id }) => ({
            path: `outcome.${id}`,
            message: 'Say how this target stands.',
          })),
        },
      );
    }
    const reviewOn = input.nextReviewOn ?? reviewDay(await readHalfTerms(db, schoolId), today);
    const checked = checkPlanDays({ reviewOn }, today, NOT_DONE, 'nextReviewOn');
    if (!checked.ok) return checked;
    const review = {
      planId,
      pupilId,
      onDate: on,
      note: input.note,
      outcome,
      nextReviewOn: reviewOn,
      reviewedBy: session.userName,
    };
    await insertReview(db, review);
    for (const { id } of targets) await updateTarget(db, id, { state: outcome[id] ?? 'open' });
    await updatePlan(db, planId, { reviewOn });
    const states: Readonly<Record<string, TargetState>> = Object.fromEntries(
      targets.map(({ id, state }) => [id, state]),
    );
    const detail = {
      pupilId,
      before: { reviewOn: plan.reviewOn, targets: states },
      after: review,
    };
    return {
      ok: true,
      value: { value: { reviewOn }, audit: { subjectType: 'support-plan', subjectId: planId, detail } },
    };
  });
