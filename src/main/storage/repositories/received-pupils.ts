import { and, desc, eq, sql } from 'drizzle-orm';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** The pupils whom a school excluded in a school year, by name; names as in the latest of their exclusions. */
export async function pupilsOfSchool(db: Db, laEstab: string, schoolYear: SchoolYear) {
  const { receivedExclusions: x } = db.tables;
  const fixed = sql`${x.category} IN ('SUSP', 'FIXD')`;
  return db
    .select({
      upn: x.upn,
      surname: sql<string>`max(${x.surname})`,
      forename: sql<string>`max(${x.forename})`,
      ncYear: sql<string | null>`max(${x.ncYear})`,
      fixedPeriod: sql<number>`count(CASE WHEN ${fixed} THEN 1 END)`.mapWith(Number),
      halfDays: sql<number>`coalesce(sum(CASE WHEN ${fixed} THEN ${x.sessions} END), 0)`.mapWith(Number),
      permanent: sql<number>`count(CASE WHEN ${x.category} = 'PERM' THEN 1 END)`.mapWith(Number),
      last: sql<string>`max(${x.startDate})`,
    })
    .from(x)
    .where(and(eq(x.counts, true), eq(x.laEstab, laEstab), eq(x.schoolYear, schoolYear)))
    .groupBy(x.upn)
    .orderBy(sql`2`, sql`3`, x.upn);
}

/** The exclusions of a pupil that count, of all schools, newest first. */
export async function exclusionsOfPupil(db: Db, upn: string) {
  const { receivedExclusions: x, receivedReturns: r } = db.tables;
  return db
    .select({ exclusion: x, schoolName: r.schoolName })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(and(eq(x.counts, true), eq(x.upn, upn)))
    .orderBy(desc(x.startDate), x.laEstab);
}
