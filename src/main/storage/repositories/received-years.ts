import { and, eq, inArray, isNotNull, lte, gte, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { isCurrent, thatCount } from './received-returns.ts';

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Exclusions of one kind that a school began in one school year. */
export interface YearTotal {
  readonly laEstab: string;
  readonly schoolYear: number;
  readonly category: string;
  readonly exclusions: number;
  /** Half days. */
  readonly sessions: number;
  /** Of the exclusions, those that say how long they were. */
  readonly withLength: number;
}

/** Totals by school, school year (from 1 August) and category; the exclusions of `totalsBySchool`. */
export async function totalsByYear(db: Db, range: Range): Promise<readonly YearTotal[]> {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const schoolYear = sql<number>`CAST(substr(${x.startDate}, 1, 4) AS integer) - CASE WHEN substr(${x.startDate}, 6, 2) < '08' THEN 1 ELSE 0 END`;
  return db
    .select({
      laEstab: r.laEstab,
      schoolYear: schoolYear.mapWith(Number),
      category: x.category,
      exclusions: sql<number>`count(*)`.mapWith(Number),
      sessions: sql<number>`coalesce(sum(${x.sessions}), 0)`.mapWith(Number),
      withLength: sql<number>`count(${x.sessions})`.mapWith(Number),
    })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(thatCount(db, range))
    .groupBy(r.laEstab, schoolYear, x.category);
}

/** The windows of the returns that count and touch the range, each with its school as the return names it. */
export async function receivedWindows(db: Db, range: Range) {
  const { receivedReturns: r } = db.tables;
  return db
    .select({ laEstab: r.laEstab, name: r.schoolName, from: r.periodFrom, to: r.periodTo })
    .from(r)
    .where(and(isCurrent(r), lte(r.periodFrom, range.to), gte(r.periodTo, range.from)));
}

/** Fixed-period exclusions begun in the range that say how long they were, counted by school, main reason and length. */
export async function lengthCounts(db: Db, range: Range) {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  // The same in both engines: the first of a list of texts.
  const reason = sql<string>`${x.reasons} ->> 0`;
  const halfDays = sql<number>`${x.sessions}`;
  return db
    .select({
      laEstab: r.laEstab,
      reason,
      halfDays: halfDays.mapWith(Number),
      exclusions: sql<number>`count(*)`.mapWith(Number),
    })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(and(thatCount(db, range), inArray(x.category, ['SUSP', 'FIXD']), isNotNull(x.sessions)))
    .groupBy(r.laEstab, reason, x.sessions);
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
