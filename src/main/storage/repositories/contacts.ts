import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';

/** Somebody to tell about a pupil, as kept; null where it was not entered. */
export type ContactRecord = Db['tables']['contacts']['$inferSelect'];

/** Whom to tell about one pupil: parents in the order in which they are tried, then the others. One query. */
export async function readContacts(db: Db, pupilId: string): Promise<readonly ContactRecord[]> {
  const { contacts } = db.tables;
  return db
    .select()
    .from(contacts)
    .where(eq(contacts.pupilId, pupilId))
    .orderBy(asc(contacts.relation), asc(contacts.position), asc(contacts.name), asc(contacts.id));
}

/** What somebody to tell is to them, by pupil (at most 500); pupils without anybody are left out. One query. */
export async function readRelations(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<ContactRecord['relation']>>> {
  const { contacts } = db.tables;
  const rows = await db
    .selectDistinct({ pupilId: contacts.pupilId, relation: contacts.relation })
    .from(contacts)
    .where(inArray(contacts.pupilId, [...pupilIds]));
  return new Map(
    [...groupRows(rows, ({ pupilId }) => pupilId)].map(([pupilId, own]) => [
      pupilId,
      new Set(own.map(({ relation }) => relation)),
    ]),
  );
}

/** One contact of a school's pupil; undefined when there is none of that id. */
export async function readContact(db: Db, schoolId: string, id: string): Promise<ContactRecord | undefined> {
  const { contacts, pupils } = db.tables;
  const [row] = await db
    .select({ contact: contacts })
    .from(contacts)
    .innerJoin(pupils, eq(pupils.id, contacts.pupilId))
    .where(and(eq(contacts.id, id), eq(pupils.schoolId, schoolId)));
  return row?.contact;
}

/** Adds a contact, or puts one in place of the one with the same id. */
export async function writeContact(db: Db, contact: ContactRecord): Promise<void> {
  const { contacts } = db.tables;
  const { id: _id, ...set } = contact;
  await db.insert(contacts).values(contact).onConflictDoUpdate({ target: contacts.id, set });
}

/** Removes a contact; the audit trail keeps that it was there. */
export async function deleteContact(db: Db, id: string): Promise<void> {
  const { contacts } = db.tables;
  await db.delete(contacts).where(eq(contacts.id, id));
}
