import { and, desc, eq } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** The pupils whom a school excluded in a school year, by name; name and year group as in the latest of their exclusions. */
export async function pupilsOfSchool(db: Db, laEstab: string, schoolYear: SchoolYear) {
  const { receivedExclusions: x } = db.tables;
  const rows = await db
    .select({
      upn: x.upn,
      surname: x.surname,
      forename: x.forename,
      ncYear: x.ncYear,
      category: x.category,
      sessions: x.sessions,
      startDate: x.startDate,
    })
    .from(x)
    .where(and(eq(x.counts, true), eq(x.laEstab, laEstab), eq(x.schoolYear, schoolYear)))
    .orderBy(x.startDate, x.returnId, x.position);
  const pupils = new Map<string, ExcludedPupil>();
  for (const { category, sessions, startDate, ...named } of rows) {
    const before = pupils.get(named.upn);
    const fixed = category === 'SUSP' || category === 'FIXD';
    pupils.set(named.upn, {
      ...named,
      ncYear: named.ncYear ?? before?.ncYear ?? null,
      fixedPeriod: (before?.fixedPeriod ?? 0) + (fixed ? 1 : 0),
      halfDays: (before?.halfDays ?? 0) + (fixed ? (sessions ?? 0) : 0),
      permanent: (before?.permanent ?? 0) + (category === 'PERM' ? 1 : 0),
      last: startDate,
    });
  }
  return [...pupils.values()].toSorted(
    (a, b) =>
      NAMES.compare(a.surname, b.surname) ||
      NAMES.compare(a.forename, b.forename) ||
      (a.upn < b.upn ? -1 : 1),
  );
}

/** One pupil with what a school returned of a school year. */
interface ExcludedPupil {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly ncYear: string | null;
  readonly fixedPeriod: number;
  readonly halfDays: number;
  readonly permanent: number;
  readonly last: IsoDate;
}

const NAMES = new Intl.Collator('en-GB');

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
