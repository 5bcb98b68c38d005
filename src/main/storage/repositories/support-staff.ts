import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** Somebody who may be a key worker. */
export type SupportStaff = Db['tables']['supportStaff']['$inferSelect'];

/** Everybody who is or was in the school's directory of key workers, in the order of their names. */
export async function readSupportStaff(db: Db, schoolId: string): Promise<readonly SupportStaff[]> {
  const { supportStaff } = db.tables;
  return db
    .select()
    .from(supportStaff)
    .where(eq(supportStaff.schoolId, schoolId))
    .orderBy(asc(supportStaff.nameKey), asc(supportStaff.id));
}

/** Adds somebody; the database refuses the same name twice among those who are here. */
export async function insertSupportStaff(
  db: Db,
  staff: Omit<SupportStaff, 'leftOn' | 'version'>,
): Promise<void> {
  await db.insert(db.tables.supportStaff).values({ ...staff, version: 1 });
}

/** Changes what is noted of somebody and gives it the next version. */
export async function updateSupportStaff(
  db: Db,
  id: string,
  set: Partial<Pick<SupportStaff, 'name' | 'nameKey' | 'role' | 'organisation'>> & {
    readonly leftOn?: IsoDate;
  },
): Promise<void> {
  const { supportStaff } = db.tables;
  await db
    .update(supportStaff)
    .set({ ...set, version: sql`${supportStaff.version} + 1` })
    .where(eq(supportStaff.id, id));
}

/** Present key workers of a school's pupils who stand there by name alone, from before there was a directory. */
export async function readUnlistedWorkers(
  db: Db,
  schoolId: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: string }[]> {
  const { keyWorkers, atRiskEntries, pupils } = db.tables;
  return db
    .select({ id: keyWorkers.id, name: keyWorkers.name, role: keyWorkers.role })
    .from(keyWorkers)
    .innerJoin(atRiskEntries, eq(atRiskEntries.id, keyWorkers.entryId))
    .innerJoin(pupils, eq(pupils.id, atRiskEntries.pupilId))
    .where(
      and(
        eq(pupils.schoolId, schoolId),
        isNull(keyWorkers.staffId),
        isNull(keyWorkers.toDate),
        isNull(atRiskEntries.signedOffOn),
      ),
    )
    .orderBy(asc(keyWorkers.name), asc(keyWorkers.id));
}

/** Says who of the directory a key worker is who stood there by name alone. */
export async function linkKeyWorker(db: Db, id: string, staffId: string): Promise<void> {
  const { keyWorkers } = db.tables;
  await db.update(keyWorkers).set({ staffId }).where(eq(keyWorkers.id, id));
}
