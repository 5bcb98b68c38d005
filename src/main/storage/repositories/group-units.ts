import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { PupilGroup } from '#shared/domain/compare/types.ts';
import type { Db } from '../store.ts';

/** Pupils of a school who are alike, or exclusions; half days only of exclusions. */
export interface GroupUnit {
  readonly laEstab: string;
  /** Text of the group, empty where it is not known; of reasons, the list of them as JSON. */
  readonly value: string;
  readonly fixedPeriod: number;
  readonly sessions: number;
  readonly permanent: number;
  readonly count: number;
}

type Table = Db['tables']['receivedExclusions'];

const yesOrNo = (column: SQL | Table['fsm']) =>
  sql<string>`CASE WHEN ${column} IS NULL THEN '' WHEN ${column} THEN 'yes' ELSE 'no' END`;

const VALUES: Readonly<
  Record<Exclude<PupilGroup, 'reason' | 'any-reason'>, (x: Table) => SQL<string> | SQL>
> = {
  sex: (x) => sql`${x.sex}`,
  'year-group': (x) => sql`coalesce(nullif(${x.ncYear}, ''), 'born ' || ${x.dob})`,
  sen: (x) => sql`coalesce(${x.senProvision}, '')`,
  fsm: (x) => yesOrNo(x.fsm),
  'in-care': (x) => yesOrNo(x.inCare),
  ethnicity: (x) => sql`coalesce(${x.ethnicity}, '')`,
};

const FIXED = sql`('SUSP', 'FIXD')`;

/**
 * The pupils excluded in a school year (lunchtimes apart), by school and group, alike ones counted together. A pupil is
 * in one group a school and year: the one that the latest of the exclusions says.
 */
export async function pupilUnits(
  db: Db,
  group: Exclude<PupilGroup, 'reason' | 'any-reason'>,
  schoolYear: SchoolYear,
): Promise<readonly GroupUnit[]> {
  const { receivedExclusions: x } = db.tables;
  const pupils = db
    .select({
      laEstab: x.laEstab,
      // The date takes ten characters; what follows the stroke is of the latest exclusion.
      latest: sql<string>`max(${x.startDate} || '/' || ${VALUES[group](x)})`.as('latest'),
      fixedPeriod: sql<number>`count(CASE WHEN ${x.category} IN ${FIXED} THEN 1 END)`.as('fixed'),
      permanent: sql<number>`count(CASE WHEN ${x.category} = 'PERM' THEN 1 END)`.as('permanents'),
    })
    .from(x)
    .where(thatCount(x, schoolYear))
    .groupBy(x.laEstab, x.upn)
    .as('pupils');
  const value = sql<string>`substr(${pupils.latest}, 12)`;
  const fixedPeriod = sql<number>`${pupils.fixedPeriod}`;
  const permanent = sql<number>`${pupils.permanent}`;
  return db
    .select({
      laEstab: pupils.laEstab,
      value,
      fixedPeriod: fixedPeriod.mapWith(Number),
      sessions: sql<number>`0`.mapWith(Number),
      permanent: permanent.mapWith(Number),
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(pupils)
    .groupBy(pupils.laEstab, value, fixedPeriod, permanent);
}

/** The exclusions of a school year by school and reasons, alike ones counted together. */
export async function reasonUnits(db: Db, schoolYear: SchoolYear): Promise<readonly GroupUnit[]> {
  const { receivedExclusions: x } = db.tables;
  const value = sql<string>`CAST(${x.reasons} AS text)`;
  const fixed = sql<number>`CASE WHEN ${x.category} IN ${FIXED} THEN 1 ELSE 0 END`;
  const sessions = sql<number>`CASE WHEN ${x.category} IN ${FIXED} THEN coalesce(${x.sessions}, 0) ELSE 0 END`;
  return db
    .select({
      laEstab: x.laEstab,
      value,
      fixedPeriod: fixed.mapWith(Number),
      sessions: sessions.mapWith(Number),
      permanent: sql<number>`1 - ${fixed}`.mapWith(Number),
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(x)
    .where(thatCount(x, schoolYear))
    .groupBy(x.laEstab, value, fixed, sessions);
}

const thatCount = (x: Table, schoolYear: SchoolYear) =>
  and(eq(x.counts, true), eq(x.schoolYear, schoolYear), inArray(x.category, ['SUSP', 'FIXD', 'PERM']));
