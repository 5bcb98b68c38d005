import { updatePlan } from '../../storage/repositories/support-plans.ts';
import type { Handler } from '../context.ts';
import { openPlan } from './open-plan.ts';

/** Closes a plan: nothing of it is due any more, and another can be begun. */
export const closePlan: Handler<'plans.close'> = (context, input) =>
  context.change(async (db) => {
    const opened = await openPlan(db, input, 'The plan was not closed');
    if (!opened.ok) return opened;
    const { id, pupilId, reviewOn } = opened.value.plan;
    const after = { closedOn: context.clock.today(), closedWhy: input.why };
    await updatePlan(db, id, after);
    const detail = { pupilId, before: { reviewOn, closedOn: null }, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'support-plan', subjectId: id, detail } } };
  });
