import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';

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

/** The same for several pupils at once (at most 500), in no order between pupils. One query. */
export async function readContactsOf(db: Db, pupilIds: readonly string[]): Promise<readonly ContactRecord[]> {
  if (pupilIds.length === 0) return [];
  const { contacts } = db.tables;
  return db
    .select()
    .from(contacts)
    .where(inArray(contacts.pupilId, [...pupilIds]))
    .orderBy(asc(contacts.pupilId), asc(contacts.relation), asc(contacts.position), asc(contacts.id));
}
