import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** What an earlier school handed on of a pupil, one a school. */
export type EarlierRecord = Db['tables']['earlierRecords']['$inferSelect'];

/** What earlier schools handed on of a pupil, by the day it was written. */
export async function readEarlierRecords(db: Db, pupilId: string): Promise<readonly EarlierRecord[]> {
  const { earlierRecords } = db.tables;
  return db
    .select()
    .from(earlierRecords)
    .where(eq(earlierRecords.pupilId, pupilId))
    .orderBy(asc(earlierRecords.madeOn), asc(earlierRecords.fromLaEstab));
}

/** Puts what a school handed on in the place of what the same school had handed on before. */
export async function replaceEarlierRecord(db: Db, record: EarlierRecord): Promise<void> {
  const { earlierRecords } = db.tables;
  await db
    .delete(earlierRecords)
    .where(
      and(eq(earlierRecords.pupilId, record.pupilId), eq(earlierRecords.fromLaEstab, record.fromLaEstab)),
    );
  await db.insert(earlierRecords).values(record);
}
