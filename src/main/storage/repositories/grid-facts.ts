import { and, asc, between, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import type { KeyWorker } from './key-workers.ts';

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const IDS_AT_ONCE = 500;

/** All that a grid says besides the entries, by entry or by pupil. */
export interface GridFacts {
  /** Who was the key worker of an entry last in the term. */
  readonly workers: ReadonlyMap<string, KeyWorker>;
  readonly meetings: readonly { readonly entryId: string; readonly on: IsoDate }[];
  readonly plans: readonly {
    readonly pupilId: string;
    readonly from: IsoDate;
    readonly reviewedOn: readonly IsoDate[];
  }[];
  readonly referrals: readonly {
    readonly pupilId: string;
    readonly agency: string;
    readonly on: IsoDate;
    readonly state: string;
  }[];
  readonly panels: readonly { readonly pupilId: string; readonly on: IsoDate }[];
  /** Sessions for which places were booked, one row a session. */
  readonly sessions: readonly { readonly pupilId: string; readonly provider: string; readonly on: IsoDate }[];
}

/** What was done in the days `from` to `to` for the pupils of the entries, in the order of the days. */
export async function readGridFacts(
  db: Db,
  of: { readonly entryIds: readonly string[]; readonly pupilIds: readonly string[] },
  span: Span,
): Promise<GridFacts> {
  const workers = new Map<string, KeyWorker>();
  const facts = {
    meetings: [] as GridFacts['meetings'][number][],
    plans: [] as GridFacts['plans'][number][],
    referrals: [] as GridFacts['referrals'][number][],
    panels: [] as GridFacts['panels'][number][],
    sessions: [] as GridFacts['sessions'][number][],
  };
  for (const ids of inChunks([...new Set(of.entryIds)], IDS_AT_ONCE)) {
    for (const worker of await workersOf(db, ids, span)) workers.set(worker.entryId, worker);
    facts.meetings.push(...(await meetingsOf(db, ids, span)));
  }
  for (const ids of inChunks([...new Set(of.pupilIds)], IDS_AT_ONCE)) {
    facts.plans.push(...(await plansOf(db, ids, span)));
    facts.referrals.push(...(await referralsOf(db, ids, span)));
    facts.panels.push(...(await panelsOf(db, ids, span)));
    facts.sessions.push(...(await sessionsOf(db, ids, span)));
  }
  return { workers, ...facts };
}

/** Key workers of these days, the last one of an entry last: of several named on one day whoever still is. */
async function workersOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { keyWorkers } = db.tables;
  return db
    .select()
    .from(keyWorkers)
    .where(
      and(
        inArray(keyWorkers.entryId, [...ids]),
        lte(keyWorkers.fromDate, to),
        or(isNull(keyWorkers.toDate), gte(keyWorkers.toDate, from)),
      ),
    )
    .orderBy(asc(keyWorkers.fromDate), sql`${keyWorkers.toDate} IS NULL`, asc(keyWorkers.toDate));
}

async function meetingsOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { keyWorkerMeetings: meetings } = db.tables;
  return db
    .select({ entryId: meetings.entryId, on: meetings.onDate })
    .from(meetings)
    .where(and(inArray(meetings.entryId, [...ids]), between(meetings.onDate, from, to)))
    .orderBy(asc(meetings.onDate));
}

async function plansOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { supportPlans: plans, planReviews: reviews } = db.tables;
  const found = await db
    .select({ id: plans.id, pupilId: plans.pupilId, from: plans.fromDate })
    .from(plans)
    .where(
      and(
        inArray(plans.pupilId, [...ids]),
        lte(plans.fromDate, to),
        or(isNull(plans.closedOn), gte(plans.closedOn, from)),
      ),
    )
    .orderBy(asc(plans.fromDate));
  const reviewed = await db
    .select({ planId: reviews.planId, on: reviews.onDate })
    .from(reviews)
    .where(and(inArray(reviews.pupilId, [...ids]), between(reviews.onDate, from, to)))
    .orderBy(asc(reviews.onDate));
  return found.map(({ id, ...plan }) => ({
    ...plan,
    reviewedOn: reviewed.filter(({ planId }) => planId === id).map(({ on }) => on),
  }));
}

async function referralsOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { referrals, agencies } = db.tables;
  return db
    .select({
      pupilId: referrals.pupilId,
      agency: agencies.name,
      on: referrals.madeOn,
      state: referrals.state,
    })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .where(and(inArray(referrals.pupilId, [...ids]), between(referrals.madeOn, from, to)))
    .orderBy(asc(referrals.madeOn), asc(agencies.nameKey));
}

async function panelsOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { panels, panelItems: items } = db.tables;
  return db
    .select({ pupilId: items.pupilId, on: panels.onDate })
    .from(items)
    .innerJoin(panels, eq(panels.id, items.panelId))
    .where(and(inArray(items.pupilId, [...ids]), isNotNull(panels.heldOn), between(panels.onDate, from, to)))
    .orderBy(asc(panels.onDate));
}

async function sessionsOf(db: Db, ids: readonly string[], { from, to }: Span) {
  const { places, providers } = db.tables;
  return db
    .select({ pupilId: places.pupilId, provider: providers.name, on: places.date })
    .from(places)
    .innerJoin(providers, eq(providers.id, places.providerId))
    .where(and(inArray(places.pupilId, [...ids]), eq(places.state, 'booked'), between(places.date, from, to)))
    .orderBy(asc(places.date), asc(places.slot));
}
