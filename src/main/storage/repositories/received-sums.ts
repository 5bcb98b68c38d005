import { and, eq, gte, inArray, lte, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import { insertRows } from './insert-rows.ts';
import { isCurrent } from './received-returns.ts';

/** Schools a statement: their numbers are its parameters. */
const SCHOOLS = 500;

/**
 * Works out anew, for schools whose returns overlap, which of their exclusions in the range count: those of a current
 * return where no return of the school made later holds the start date. Only rows that change are written.
 */
export async function recountSchools(
  db: Db,
  laEstabs: readonly string[],
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<void> {
  const { receivedExclusions: x } = db.tables;
  const speaks = sql`EXISTS ${ownReturnSpeaks(db)}`;
  for (const schools of inChunks(laEstabs, SCHOOLS)) {
    await db
      .update(x)
      .set({ counts: sql`NOT ${x.counts}` })
      .where(
        and(
          inArray(x.laEstab, [...schools]),
          gte(x.startDate, range.from),
          lte(x.startDate, range.to),
          sql`${x.counts} <> ${speaks}`,
        ),
      );
  }
}

/** The exclusion's own return where it is current and none made later holds the start date. */
function ownReturnSpeaks(db: Db): SQL {
  const { receivedExclusions: x, receivedReturns } = db.tables;
  const own = alias(receivedReturns, 'own');
  const later = alias(receivedReturns, 'later');
  return sql`${db
    .select({ one: sql`1` })
    .from(own)
    .where(
      and(
        eq(own.id, x.returnId),
        isCurrent(own),
        notExists(
          db
            .select({ one: sql`1` })
            .from(later)
            .where(
              and(
                eq(later.laEstab, own.laEstab),
                isCurrent(later),
                lte(later.periodFrom, x.startDate),
                gte(later.periodTo, x.startDate),
                // Of two made in one moment the one that ends, then begins later; never the order in which they came.
                sql`(${later.createdAt}, ${later.periodTo}, ${later.periodFrom}) > (${own.createdAt}, ${own.periodTo}, ${own.periodFrom})`,
              ),
            ),
        ),
      ),
    )}`;
}

/** Adds up anew what the exclusions that count state of the schools' years. */
export async function addUpSchoolYears(
  db: Db,
  touched: ReadonlyMap<SchoolYear, ReadonlySet<string>>,
): Promise<void> {
  const { receivedYearTotals: totals } = db.tables;
  for (const [schoolYear, all] of touched) {
    for (const schools of inChunks([...all], SCHOOLS)) {
      await db
        .delete(totals)
        .where(and(eq(totals.schoolYear, schoolYear), inArray(totals.laEstab, [...schools])));
      const rows = await sumsOf(db, schoolYear, schools);
      await insertRows(db, totals, {
        columns: TOTAL_COLUMNS,
        values: rows.map((row) => TOTAL_COLUMNS.map((c) => row[c])),
      });
    }
  }
}

const TOTAL_COLUMNS = [
  'laEstab',
  'schoolYear',
  'fixedPeriod',
  'sessions',
  'withLength',
  'permanent',
  'lunchtime',
  'pupils',
  'repeatPupils',
] as const;

function sumsOf(db: Db, schoolYear: SchoolYear, laEstabs: readonly string[]) {
  const { receivedExclusions: x } = db.tables;
  const isFixed = or(eq(x.category, 'SUSP'), eq(x.category, 'FIXD'));
  const pupil = db
    .select({
      laEstab: x.laEstab,
      schoolYear: x.schoolYear,
      fixed: sql<number>`count(CASE WHEN ${isFixed} THEN 1 END)`.as('fixed'),
      halfDays: sql<number>`coalesce(sum(CASE WHEN ${isFixed} THEN ${x.sessions} END), 0)`.as('half_days'),
      lengths: sql<number>`count(CASE WHEN ${isFixed} THEN ${x.sessions} END)`.as('lengths'),
      permanents: sql<number>`count(CASE WHEN ${x.category} = 'PERM' THEN 1 END)`.as('permanents'),
      lunchtimes: sql<number>`count(CASE WHEN ${x.category} = 'LNCH' THEN 1 END)`.as('lunchtimes'),
    })
    .from(x)
    .where(and(eq(x.schoolYear, schoolYear), inArray(x.laEstab, [...laEstabs]), sql`${x.counts}`))
    .groupBy(x.laEstab, x.schoolYear, x.upn)
    .as('pupil');
  const sum = (of: SQL.Aliased<number>) => sql<number>`sum(${of})`.mapWith(Number);
  return db
    .select({
      laEstab: pupil.laEstab,
      schoolYear: pupil.schoolYear,
      fixedPeriod: sum(pupil.fixed),
      sessions: sum(pupil.halfDays),
      withLength: sum(pupil.lengths),
      permanent: sum(pupil.permanents),
      lunchtime: sum(pupil.lunchtimes),
      pupils: sql<number>`count(CASE WHEN ${pupil.fixed} > 0 THEN 1 END)`.mapWith(Number),
      repeatPupils: sql<number>`count(CASE WHEN ${pupil.fixed} > 1 THEN 1 END)`.mapWith(Number),
    })
    .from(pupil)
    .groupBy(pupil.laEstab, pupil.schoolYear);
}
