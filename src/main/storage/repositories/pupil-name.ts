import { eq } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** Forename and surname; undefined for a pupil who is not there. */
export async function findPupilName(db: Db, pupilId: string): Promise<string | undefined> {
  const { pupils } = db.tables;
  const { forename, surname } = pupils;
  const [row] = await db.select({ forename, surname }).from(pupils).where(eq(pupils.id, pupilId));
  return row && `${row.forename} ${row.surname}`;
}
