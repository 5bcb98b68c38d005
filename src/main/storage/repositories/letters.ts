import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** A letter being prepared: what was typed into its gaps. */
export type LetterRecord = Db['tables']['letters']['$inferSelect'];

/** A letter as it was sent. */
export type LetterIssueRecord = Db['tables']['letterIssues']['$inferSelect'];

/** The letters of a case that something was typed into, or that were sent, by template. */
export async function readLetters(db: Db, exclusionId: string): Promise<ReadonlyMap<string, LetterRecord>> {
  const { letters: t } = db.tables;
  const rows = await db.select().from(t).where(eq(t.exclusionId, exclusionId));
  return new Map(rows.map((row) => [row.templateId, row]));
}

/** Adds a letter, or puts it in place of the one of its case and template. */
export async function writeLetterRecord(db: Db, letter: LetterRecord): Promise<void> {
  const { letters: t } = db.tables;
  const { id: _id, ...changes } = letter;
  await db
    .insert(t)
    .values(letter)
    .onConflictDoUpdate({ target: [t.exclusionId, t.templateId], set: changes });
}

/** Everything that was sent of a case, the latest first. */
export async function readLetterIssues(db: Db, exclusionId: string): Promise<readonly LetterIssueRecord[]> {
  const { letterIssues: t } = db.tables;
  return db
    .select()
    .from(t)
    .where(eq(t.exclusionId, exclusionId))
    .orderBy(desc(t.sentOn), desc(t.issuedAt), desc(t.id));
}

/** One letter as it was sent, of a case of this school; undefined when there is none of that id. */
export async function readLetterIssue(
  db: Db,
  schoolId: string,
  id: string,
): Promise<{ readonly issue: LetterIssueRecord; readonly pupilName: string } | undefined> {
  const { letterIssues: t, exclusions, pupils } = db.tables;
  const [row] = await db
    .select({ issue: t, surname: pupils.surname, forename: pupils.forename })
    .from(t)
    .innerJoin(exclusions, eq(exclusions.id, t.exclusionId))
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(and(eq(t.id, id), eq(exclusions.schoolId, schoolId)));
  return row && { issue: row.issue, pupilName: `${row.forename} ${row.surname}` };
}

/** Appends to the issue log; rows are never changed or removed. */
export async function insertLetterIssue(db: Db, issue: LetterIssueRecord): Promise<void> {
  await db.insert(db.tables.letterIssues).values(issue);
}

/** Sessions of a case whose place was cancelled or ran out, with the provider, in order of session. */
export async function readEndedPlaces(
  db: Db,
  exclusionId: string,
): Promise<readonly (Session & { readonly provider: string })[]> {
  const { places, providers } = db.tables;
  return db
    .select({ date: places.date, slot: places.slot, provider: providers.name })
    .from(places)
    .innerJoin(providers, eq(providers.id, places.providerId))
    .where(and(eq(places.exclusionId, exclusionId), inArray(places.state, ['cancelled', 'lapsed'])))
    .orderBy(asc(places.date), asc(places.slot));
}
