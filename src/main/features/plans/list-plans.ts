import type { OperationOutput } from '#shared/contract/contract.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { readKeyWorkersNow } from '../../storage/repositories/key-workers.ts';
import { readPlans, readReviews, readTargets } from '../../storage/repositories/support-plans.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { withoutNulls } from '../without-nulls.ts';
import { failingTargets, standingOf } from './plan-views.ts';

type Row = OperationOutput<'plans.list'>['plans'][number];

/** The open plans or the closed ones, and how many reviews are due. */
export const listPlans: Handler<'plans.list'> = ({ read, clock }, { state }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const open = await readPlans(db, schoolId, { state: 'open' });
    const shown = state === 'open' ? open : await readPlans(db, schoolId, { state });
    const ids = shown.map(({ id }) => id);
    const [targets, reviews] = [await readTargets(db, ids), await readReviews(db, ids)];
    const entries = await readRegister(db, schoolId, { state: 'open' });
    const workers = await readKeyWorkersNow(
      db,
      entries.map(({ id }) => id),
    );
    const workerOf = new Map(entries.map(({ id, pupilId }) => [pupilId, workers.get(id)?.name ?? null]));
    const plans = shown.map((plan): Row => {
      const own = (targets.get(plan.id) ?? []).filter((target) => target.state !== 'dropped');
      const failing = failingTargets(own, reviews.get(plan.id) ?? []);
      const { id, pupilId, name, form, fromDate, reviewOn, closedOn, closedWhy } = plan;
      return {
        ...withoutNulls({
          id,
          pupilId,
          name,
          form,
          from: fromDate,
          reviewOn,
          keyWorker: workerOf.get(pupilId) ?? null,
        }),
        standing: standingOf(plan, today),
        targets: own.length,
        met: own.filter((target) => target.state === 'met').length,
        notMetTwice: own.filter((target) => failing.includes(target.id)).map(({ target }) => target),
        ...(closedOn === null ? {} : { closed: { on: closedOn, why: closedWhy ?? '' } }),
      };
    });
    const due = open.filter((plan) => standingOf(plan, today) === 'due').length;
    return { ok: true, value: { plans, due } };
  });
