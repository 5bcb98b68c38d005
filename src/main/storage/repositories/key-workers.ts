import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** The key worker of an entry; no last day while they are. */
export type KeyWorker = Db['tables']['keyWorkers']['$inferSelect'];

export type KeyWorkerMeeting = Db['tables']['keyWorkerMeetings']['$inferSelect'];

const IDS_AT_ONCE = 500;

/** The present key worker of each of the entries; entries without one are not in the map. */
export async function readKeyWorkersNow(
  db: Db,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, KeyWorker>> {
  const { keyWorkers } = db.tables;
  const found = new Map<string, KeyWorker>();
  for (const ids of inChunks(entryIds, IDS_AT_ONCE)) {
    const rows = await db
      .select()
      .from(keyWorkers)
      .where(and(inArray(keyWorkers.entryId, [...ids]), isNull(keyWorkers.toDate)));
    for (const row of rows) found.set(row.entryId, row);
  }
  return found;
}

/** Whom a person of the directory is the key worker of now, on entries that are open. */
export async function readCaseLoad(db: Db, staffId: string): Promise<readonly KeyWorker[]> {
  const { keyWorkers, atRiskEntries } = db.tables;
  const rows = await db
    .select({ worker: keyWorkers })
    .from(keyWorkers)
    .innerJoin(atRiskEntries, eq(atRiskEntries.id, keyWorkers.entryId))
    .where(
      and(eq(keyWorkers.staffId, staffId), isNull(keyWorkers.toDate), isNull(atRiskEntries.signedOffOn)),
    );
  return rows.map(({ worker }) => worker);
}

/** All key workers an entry has had, the present one first. */
export async function readKeyWorkers(db: Db, entryId: string): Promise<readonly KeyWorker[]> {
  const { keyWorkers } = db.tables;
  return db
    .select()
    .from(keyWorkers)
    .where(eq(keyWorkers.entryId, entryId))
    .orderBy(sql`${keyWorkers.toDate} IS NOT NULL`, desc(keyWorkers.toDate), desc(keyWorkers.fromDate));
}

/** Ends whoever is the key worker of an entry. */
export async function endKeyWorker(db: Db, entryId: string, toDate: IsoDate): Promise<void> {
  const { keyWorkers } = db.tables;
  await db
    .update(keyWorkers)
    .set({ toDate })
    .where(and(eq(keyWorkers.entryId, entryId), isNull(keyWorkers.toDate)));
}

/** Names a key worker; the database refuses a second one beside the first. */
export async function insertKeyWorker(db: Db, worker: Omit<KeyWorker, 'toDate'>): Promise<void> {
  await db.insert(db.tables.keyWorkers).values(worker);
}

/** The day of the latest meeting of each of the entries; entries without one are not in the map. */
export async function readLastMeetings(
  db: Db,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, IsoDate>> {
  const { keyWorkerMeetings: meetings } = db.tables;
  const found = new Map<string, IsoDate>();
  for (const ids of inChunks(entryIds, IDS_AT_ONCE)) {
    const rows = await db
      .select({ entryId: meetings.entryId, last: sql<IsoDate>`max(${meetings.onDate})` })
      .from(meetings)
      .where(inArray(meetings.entryId, [...ids]))
      .groupBy(meetings.entryId);
    for (const { entryId, last } of rows) found.set(entryId, last);
  }
  return found;
}

/** The meetings of an entry, the latest first. */
export async function readMeetings(db: Db, entryId: string): Promise<readonly KeyWorkerMeeting[]> {
  const { keyWorkerMeetings: meetings } = db.tables;
  return db.select().from(meetings).where(eq(meetings.entryId, entryId)).orderBy(desc(meetings.onDate));
}

/** Notes a meeting. */
export async function insertMeeting(db: Db, meeting: KeyWorkerMeeting): Promise<void> {
  await db.insert(db.tables.keyWorkerMeetings).values(meeting);
}
