import { refuse } from '#shared/kernel/result.ts';
import {
  insertTargets,
  readTargets,
  updatePlan,
  updateTarget,
} from '../../storage/repositories/support-plans.ts';
import type { Handler } from '../context.ts';
import { orNull } from '../or-null.ts';
import { openPlan } from './open-plan.ts';
import { checkPlanDays } from './plan-days.ts';

const NOT_DONE = 'The plan was not saved';

/** Changes a plan. Targets left out are dropped, not removed: reviews speak of them. One that comes back is open anew. */
export const savePlan: Handler<'plans.save'> = (context, input) =>
  context.change(async (db) => {
    const opened = await openPlan(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { plan } = opened.value;
    const { id: planId, pupilId } = plan;
    const today = context.clock.today();
    // An overdue review stays on its day while the rest is changed.
    const days = { ...input, ...(input.reviewOn === plan.reviewOn ? { reviewOn: today } : {}) };
    const checked = checkPlanDays(days, today, NOT_DONE);
    if (!checked.ok) return checked;
    const before = (await readTargets(db, [planId])).get(planId) ?? [];
    const known = new Map(before.map((target) => [target.id, target]));
    const given = input.targets.flatMap(({ id }) => id ?? []);
    if (given.some((id) => !known.has(id)) || new Set(given).size < given.length) {
      return refuse(
        'conflict',
        `${NOT_DONE}: a target of it is not in this plan any more. Look at the plan again.`,
      );
    }
    for (const { id, target, measure, support } of input.targets) {
      const old = known.get(id ?? '');
      if (old === undefined) continue;
      const state = old.state === 'dropped' ? 'open' : old.state;
      await updateTarget(db, old.id, { target, measure: orNull(measure), support: orNull(support), state });
    }
    for (const { id } of before.filter(({ id: one }) => !given.includes(one)))
      await updateTarget(db, id, { state: 'dropped' });
    const last = before.at(-1)?.position ?? 0;
    await insertTargets(
      db,
      input.targets
        .filter(({ id }) => id === undefined)
        .map(({ target, measure, support }, at) => ({
          id: context.newId(),
          planId,
          pupilId,
          position: last + at + 1,
          target,
          measure: orNull(measure),
          support: orNull(support),
          state: 'open' as const,
        })),
    );
    const set = {
      reviewOn: input.reviewOn,
      pupilSignedOn: input.pupilSignedOn ?? null,
      parentSignedOn: input.parentSignedOn ?? null,
    };
    await updatePlan(db, planId, set);
    const { reviewOn, pupilSignedOn, parentSignedOn } = plan;
    const after = (await readTargets(db, [planId])).get(planId) ?? [];
    const detail = {
      pupilId,
      before: { reviewOn, pupilSignedOn, parentSignedOn, targets: before },
      after: { ...set, targets: after },
    };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'support-plan', subjectId: planId, detail } },
    };
  });
