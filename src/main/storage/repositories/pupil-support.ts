import { asc, desc, eq, inArray, isNotNull, and } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import type { KeyWorker } from './key-workers.ts';

/** What was done for one pupil, as far as it is handed on to the next school. */
export interface PupilSupport {
  /** The last key worker of each entry of the at-risk register. */
  readonly keyWorkers: ReadonlyMap<string, KeyWorker>;
  /** By the plan that is open, or else the one closed last; in the order of the plan. */
  readonly targets: readonly Db['tables']['planTargets']['$inferSelect'][];
  readonly referrals: readonly {
    readonly agency: string;
    readonly on: string;
    readonly state: string;
    readonly answer: string | null;
  }[];
  /** What helped after an exclusion, by the exclusion. */
  readonly whatWorked: ReadonlyMap<string, string>;
}

/** Five queries. */
export async function readPupilSupport(db: Db, pupilId: string): Promise<PupilSupport> {
  const {
    atRiskEntries,
    keyWorkers,
    supportPlans,
    planTargets,
    referrals,
    agencies,
    exclusions,
    reintegrations,
  } = db.tables;
  const workers = await db
    .select({ worker: keyWorkers })
    .from(keyWorkers)
    .innerJoin(atRiskEntries, eq(atRiskEntries.id, keyWorkers.entryId))
    .where(eq(atRiskEntries.pupilId, pupilId))
    .orderBy(asc(keyWorkers.fromDate), asc(keyWorkers.id));
  const [plan] = (
    await db
      .select()
      .from(supportPlans)
      .where(eq(supportPlans.pupilId, pupilId))
      .orderBy(desc(supportPlans.fromDate), desc(supportPlans.id))
  ).toSorted((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null));
  const targets =
    plan === undefined
      ? []
      : await db
          .select()
          .from(planTargets)
          .where(eq(planTargets.planId, plan.id))
          .orderBy(asc(planTargets.position));
  const referred = await db
    .select({ agency: agencies.name, on: referrals.madeOn, state: referrals.state, answer: referrals.answer })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .where(eq(referrals.pupilId, pupilId))
    .orderBy(asc(referrals.madeOn), asc(referrals.id));
  const own = db.select({ id: exclusions.id }).from(exclusions).where(eq(exclusions.pupilId, pupilId));
  const worked = await db
    .select({ exclusionId: reintegrations.exclusionId, whatWorked: reintegrations.whatWorked })
    .from(reintegrations)
    .where(and(inArray(reintegrations.exclusionId, own), isNotNull(reintegrations.whatWorked)));
  return {
    keyWorkers: new Map(
      [...groupRows(workers, ({ worker }) => worker.entryId)].flatMap(([entryId, rows]) => {
        const present = rows.find(({ worker }) => worker.toDate === null) ?? rows.at(-1);
        return present === undefined ? [] : [[entryId, present.worker] as const];
      }),
    ),
    targets,
    referrals: referred,
    whatWorked: new Map(
      worked.flatMap(({ exclusionId, whatWorked }) =>
        whatWorked === null ? [] : [[exclusionId, whatWorked] as const],
      ),
    ),
  };
}
