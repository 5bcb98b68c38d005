import { and, inArray, isNotNull, lte, gte, sql } from 'drizzle-orm';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
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

/**
 * Totals by school, school year (from 1 August) and category of the school years that the range touches, as they are
 * kept. All fixed-period exclusions are `SUSP`; of permanent and lunchtime ones only the number is kept.
 */
export async function totalsByYear(db: Db, range: Range): Promise<readonly YearTotal[]> {
  const { receivedYearTotals: t } = db.tables;
  const rows = await db
    .select()
    .from(t)
    .where(and(gte(t.schoolYear, schoolYearOf(range.from)), lte(t.schoolYear, schoolYearOf(range.to))));
  return rows.flatMap(({ laEstab, schoolYear, fixedPeriod, sessions, withLength, permanent, lunchtime }) => {
    const school = { laEstab, schoolYear };
    return [
      { ...school, category: 'SUSP', exclusions: fixedPeriod, sessions, withLength },
      { ...school, category: 'PERM', exclusions: permanent, sessions: 0, withLength: 0 },
      { ...school, category: 'LNCH', exclusions: lunchtime, sessions: 0, withLength: 0 },
    ].filter(({ exclusions }) => exclusions > 0);
  });
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
  const { receivedExclusions: x } = db.tables;
  // The same in both engines: the first of a list of texts.
  const reason = sql<string>`${x.reasons} ->> 0`;
  const halfDays = sql<number>`${x.sessions}`;
  return db
    .select({
      laEstab: x.laEstab,
      reason,
      halfDays: halfDays.mapWith(Number),
      exclusions: sql<number>`count(*)`.mapWith(Number),
    })
    .from(x)
    .where(and(thatCount(db, range), inArray(x.category, ['SUSP', 'FIXD']), isNotNull(x.sessions)))
    .groupBy(x.laEstab, reason, x.sessions);
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
