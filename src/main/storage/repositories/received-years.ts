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

export type YearTotal = Omit<Db['tables']['receivedYearTotals']['$inferSelect'], 'laEstab'>;

/**
 * What each school's returns add up to, by school and school year; none where nothing that counts began in the year.
 * A country's schools come as one row each, which is several times quicker than a row a year.
 */
export async function yearTotals(
  db: Db,
  { first, last }: YearRange,
): Promise<ReadonlyMap<string, ReadonlyMap<SchoolYear, YearTotal>>> {
  const { receivedYearTotals: t } = db.tables;
  const columns = [
    t.schoolYear,
    t.fixedPeriod,
    t.sessions,
    t.withLength,
    t.permanent,
    t.lunchtime,
    t.pupils,
    t.repeatPupils,
  ];
  const rows = await db
    .select({
      laEstab: t.laEstab,
      years: sql<string>`string_agg(${sql.join(columns, sql` || ' ' || `)}, ';')`,
    })
    .from(t)
    .where(between(t.schoolYear, first, last))
    .groupBy(t.laEstab);
  return new Map(rows.map(({ laEstab, years }) => [laEstab, totalsIn(years)]));
}

function totalsIn(text: string): ReadonlyMap<SchoolYear, YearTotal> {
  const years = new Map<SchoolYear, YearTotal>();
  for (const year of text.split(';')) {
    const [
      schoolYear = 0,
      fixedPeriod = 0,
      sessions = 0,
      withLength = 0,
      permanent = 0,
      lunchtime = 0,
      pupils = 0,
      repeatPupils = 0,
    ] = year.split(' ').map(Number);
    years.set(schoolYear, {
      schoolYear,
      fixedPeriod,
      sessions,
      withLength,
      permanent,
      lunchtime,
      pupils,
      repeatPupils,
    });
  }
  return years;
}

/**
 * The last day that a return speaks for: of one made before its period was over, the day it was made. What it does not
 * hold of the days after is not known, and no nought.
 */
const spokenFor = (r: Db['tables']['receivedReturns']) =>
  sql<IsoDate>`CASE WHEN substr(${r.createdAt}, 1, 10) < ${r.periodTo} THEN substr(${r.createdAt}, 1, 10) ELSE ${r.periodTo} END`;

export interface SchoolWindows {
  readonly laEstab: string;
  /** As one of its returns names it. */
  readonly name: string;
  /** The windows of its returns as `FROM/TO`, in order, with a blank in between. */
  readonly windows: string;
}

/** The windows of the returns that count and touch the range, by school. */
export async function schoolWindows(db: Db, { from, to }: Range): Promise<readonly SchoolWindows[]> {
  const { receivedReturns: r } = db.tables;
  return db
    .select({
      laEstab: r.laEstab,
      name: sql<string>`max(${r.schoolName})`,
      windows: sql<string>`string_agg(${r.periodFrom} || '/' || ${spokenFor(r)}, ' ' ORDER BY ${r.periodFrom}, ${r.periodTo})`,
    })
    .from(r)
    .where(and(isCurrent(r), lte(r.periodFrom, to), gte(r.periodTo, from)))
    .groupBy(r.laEstab);
}

/** The windows of the returns that count and touch the range, each with its school as the return names it. */
export async function receivedWindows(db: Db, range: Range) {
  const { receivedReturns: r } = db.tables;
  return db
    .select({ laEstab: r.laEstab, name: r.schoolName, from: r.periodFrom, to: spokenFor(r) })
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
    .selectDistinct({ from: r.periodFrom, to: spokenFor(r) })
    .from(r)
    .where(isCurrent(r))
    .orderBy(r.periodFrom);
}
