import { and, eq } from 'drizzle-orm';
import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { Closure, SchoolYear, Term } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** Replaces the terms and closures of one school year. */
export async function replaceSchoolYear(
  db: Db,
  schoolId: string,
  schoolYear: SchoolYear,
  year: { readonly terms: readonly Term[]; readonly closures: readonly Closure[] },
  newId: () => string,
): Promise<void> {
  const { terms, closures } = db.tables;
  await db.delete(terms).where(and(eq(terms.schoolId, schoolId), eq(terms.schoolYear, schoolYear)));
  await db.delete(closures).where(and(eq(closures.schoolId, schoolId), eq(closures.schoolYear, schoolYear)));
  if (year.terms.length > 0) {
    await db
      .insert(terms)
      .values(
        year.terms.map(({ name, from, to }) => ({ schoolId, schoolYear, name, fromDate: from, toDate: to })),
      );
  }
  if (year.closures.length > 0) {
    await db.insert(closures).values(
      year.closures.map(({ from, to, ...rest }) => ({
        id: newId(),
        schoolId,
        schoolYear,
        fromDate: from,
        toDate: to,
        ...rest,
      })),
    );
  }
}

/** Replaces the times of the school day's sessions. */
export async function replaceSessionTimes(
  db: Db,
  schoolId: string,
  times: readonly SessionTime[],
): Promise<void> {
  const { sessionTimes } = db.tables;
  await db.delete(sessionTimes).where(eq(sessionTimes.schoolId, schoolId));
  await db.insert(sessionTimes).values(times.map((time) => ({ schoolId, ...time })));
}

/** The times of the school day's sessions, am before pm. */
export async function readSessionTimes(db: Db, schoolId: string): Promise<SessionTime[]> {
  const { sessionTimes } = db.tables;
  return db
    .select({ slot: sessionTimes.slot, starts: sessionTimes.starts, ends: sessionTimes.ends })
    .from(sessionTimes)
    .where(eq(sessionTimes.schoolId, schoolId))
    .orderBy(sessionTimes.slot);
}
