import { eq } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** What a school's letters carry, as kept; null where nothing was entered. */
export type SchoolDetailsRecord = Db['tables']['schoolDetails']['$inferSelect'];

/** A school's details; undefined while nothing of them was ever saved. */
export async function readSchoolDetails(db: Db, schoolId: string): Promise<SchoolDetailsRecord | undefined> {
  const { schoolDetails } = db.tables;
  const [row] = await db.select().from(schoolDetails).where(eq(schoolDetails.schoolId, schoolId));
  return row;
}

/** Writes a school's details; a part that is not given (the letterhead) stays as it was. */
export async function writeSchoolDetails(
  db: Db,
  {
    schoolId,
    ...details
  }: Partial<SchoolDetailsRecord> & { readonly schoolId: string; readonly version: number },
): Promise<void> {
  const { schoolDetails } = db.tables;
  await db
    .insert(schoolDetails)
    .values({ schoolId, ...details })
    .onConflictDoUpdate({ target: schoolDetails.schoolId, set: details });
}
