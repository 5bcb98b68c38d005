import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readPlans, type NamedPlan } from '../../storage/repositories/support-plans.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

export interface OpenPlan {
  readonly plan: NamedPlan;
  readonly schoolId: string;
}

/** A plan that is to be changed: open, and as it was read. `notDone` begins the sentence of a refusal. */
export async function openPlan(
  db: Db,
  { planId, version }: { readonly planId: string; readonly version: number },
  notDone: string,
): Promise<Result<OpenPlan>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const [plan] = await readPlans(db, schoolId, { id: planId });
  if (plan === undefined)
    return refuse('not-found', `${notDone}: there is no such plan here. Look at the plans again.`);
  if (plan.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed this plan since you opened it. Look at the plan again.`,
    );
  }
  if (plan.closedOn !== null) {
    return refuse(
      'conflict',
      `${notDone}: the plan was closed on ${formatDate(plan.closedOn)}. Begin a new one if need be.`,
    );
  }
  return { ok: true, value: { plan, schoolId } };
}
