import { and, between, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { isCurrent } from './received-returns.ts';

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** School years, both included. */
export interface YearRange {
  readonly first: SchoolYear;
  readonly last: SchoolYear;
}

export type YearTotal = Db['tables']['receivedYearTotals']['$inferSelect'];

/** What each school's returns add up to, by school year; no row where nothing that counts began in the year. */
export async function yearTotals(
  db: Db,
  { first, last }: YearRange,
  laEstab?: string,
): Promise<readonly YearTotal[]> {
  const { receivedYearTotals: t } = db.tables;
  return db
    .select()
    .from(t)
    .where(
      and(between(t.schoolYear, first, last), laEstab === undefined ? undefined : eq(t.laEstab, laEstab)),
    );
}

export interface SchoolWindows {
  readonly laEstab: string;
  /** As one of its returns names it. */
  readonly name: string;
  /** The windows of its returns as `FROM/TO`, in order, with a blank in between. */
  readonly windows: string;
}

/** The windows of the returns that count and touch the range, by school. */
export async function schoolWindows(
  db: Db,
  { from, to }: Range,
  laEstab?: string,
): Promise<readonly SchoolWindows[]> {
  const { receivedReturns: r } = db.tables;
  return db
    .select({
      laEstab: r.laEstab,
      name: sql<string>`max(${r.schoolName})`,
      windows: sql<string>`string_agg(${r.periodFrom} || '/' || ${r.periodTo}, ' ' ORDER BY ${r.periodFrom}, ${r.periodTo})`,
    })
    .from(r)
    .where(
      and(
        isCurrent(r),
        lte(r.periodFrom, to),
        gte(r.periodTo, from),
        laEstab === undefined ? undefined : eq(r.laEstab, laEstab),
      ),
    )
    .groupBy(r.laEstab);
}

/** The windows of the returns that count and touch the range, each with its school as the return names it. */
export async function receivedWindows(db: Db, range: Range) {
  const { receivedReturns: r } = db.tables;
  return db
    .select({ laEstab: r.laEstab, name: r.schoolName, from: r.periodFrom, to: r.periodTo })
    .from(r)
    .where(and(isCurrent(r), lte(r.periodFrom, range.to), gte(r.periodTo, range.from)));
}

/** Fixed-period exclusions that count and say how long they were, by school, year, main reason and length. */
export async function lengthCounts(db: Db, { first, last }: YearRange) {
  const { receivedExclusions: x } = db.tables;
  // The same in both engines: the first of a list of texts.
  const reason = sql<string>`${x.reasons} ->> 0`;
  const halfDays = sql<number>`${x.sessions}`;
  return db
    .select({
      laEstab: x.laEstab,
      schoolYear: x.schoolYear,
      reason,
      halfDays: halfDays.mapWith(Number),
      exclusions: sql<number>`count(*)`.mapWith(Number),
    })
    .from(x)
    .where(
      and(
        eq(x.counts, true),
        between(x.schoolYear, first, last),
        inArray(x.category, ['SUSP', 'FIXD']),
        isNotNull(x.sessions),
      ),
    )
    .groupBy(x.laEstab, x.schoolYear, reason, x.sessions);
}

/** The windows there are among the returns that count, of whatever school. */
export async function differentWindows(db: Db): Promise<readonly Range[]> {
  const { receivedReturns: r } = db.tables;
  return db
    .selectDistinct({ from: r.periodFrom, to: r.periodTo })
    .from(r)
    .where(isCurrent(r))
    .orderBy(r.periodFrom);
}
