import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

/** A plan of support as kept. */
export type SupportPlan = Db['tables']['supportPlans']['$inferSelect'];

export type PlanTarget = Db['tables']['planTargets']['$inferSelect'];

export type PlanReview = Db['tables']['planReviews']['$inferSelect'];

/** A plan with what lists show of the pupil. */
export interface NamedPlan extends SupportPlan {
  readonly name: string;
  readonly form: string | null;
}

export interface PlanFilter {
  readonly id?: string | undefined;
  readonly pupilId?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
}

const IDS_AT_ONCE = 500;

/** Plans of a school's pupils, conditions all met, in the order of names, a pupil's latest first. */
export async function readPlans(
  db: Db,
  schoolId: string,
  { id, pupilId, state }: PlanFilter,
): Promise<readonly NamedPlan[]> {
  const { supportPlans: plans, pupils } = db.tables;
  const rows = await db
    .select({ plan: plans, forename: pupils.forename, surname: pupils.surname, form: pupils.form })
    .from(plans)
    // Crossed, so that SQLite begins with these few rows and not with the whole roll.
    .crossJoin(pupils)
    .where(
      and(
        eq(pupils.id, plans.pupilId),
        eq(pupils.schoolId, schoolId),
        id === undefined ? undefined : eq(plans.id, id),
        pupilId === undefined ? undefined : eq(plans.pupilId, pupilId),
        state === undefined
          ? undefined
          : state === 'open'
            ? isNull(plans.closedOn)
            : isNotNull(plans.closedOn),
      ),
    )
    .orderBy(asc(pupils.searchText), desc(plans.fromDate), desc(plans.id));
  return rows.map(({ plan, forename, surname, form }) => ({ ...plan, form, name: `${forename} ${surname}` }));
}

/** The targets of plans, by plan, in their order. */
export async function readTargets(
  db: Db,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanTarget[]>> {
  const { planTargets: targets } = db.tables;
  const rows: PlanTarget[] = [];
  for (const ids of inChunks(planIds, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select()
        .from(targets)
        .where(inArray(targets.planId, [...ids]))
        .orderBy(asc(targets.position))),
    );
  }
  return groupRows(rows, ({ planId }) => planId);
}

/** The reviews of plans, by plan, the latest first. */
export async function readReviews(
  db: Db,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanReview[]>> {
  const { planReviews: reviews } = db.tables;
  const rows: PlanReview[] = [];
  for (const ids of inChunks(planIds, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select()
        .from(reviews)
        .where(inArray(reviews.planId, [...ids]))
        .orderBy(desc(reviews.onDate))),
    );
  }
  return groupRows(rows, ({ planId }) => planId);
}

/** Adds a plan, version 1; the database refuses a second open one of the pupil. */
export async function insertPlan(
  db: Db,
  plan: Omit<SupportPlan, 'version' | 'closedOn' | 'closedWhy'>,
): Promise<void> {
  await db.insert(db.tables.supportPlans).values({ ...plan, version: 1 });
}

/** Changes a plan and gives it the next version. */
export async function updatePlan(
  db: Db,
  id: string,
  set: Partial<Omit<SupportPlan, 'id' | 'pupilId' | 'version'>>,
): Promise<void> {
  const { supportPlans: plans } = db.tables;
  await db
    .update(plans)
    .set({ ...set, version: sql`${plans.version} + 1` })
    .where(eq(plans.id, id));
}

/** Adds targets. */
export async function insertTargets(db: Db, targets: readonly PlanTarget[]): Promise<void> {
  if (targets.length > 0) await db.insert(db.tables.planTargets).values([...targets]);
}

/** Changes a target. */
export async function updateTarget(
  db: Db,
  id: string,
  set: Partial<Omit<PlanTarget, 'id' | 'planId' | 'pupilId'>>,
): Promise<void> {
  const { planTargets: targets } = db.tables;
  await db.update(targets).set(set).where(eq(targets.id, id));
}

/** Adds a review; one a day. */
export async function insertReview(db: Db, review: PlanReview): Promise<void> {
  await db.insert(db.tables.planReviews).values(review);
}
