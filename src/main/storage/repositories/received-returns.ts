import { and, desc, eq, gte, inArray, lte, notExists, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { insertAll } from './insert-all.ts';

type Tables = Db['tables'];

export type ReceivedReturn = Tables['receivedReturns']['$inferSelect'];

export type ReceivedExclusion = Tables['receivedExclusions']['$inferSelect'];

/**
 * Whether a file counts, as the condition of the index `received_returns_current` has it: SQLite uses the index only
 * then, and without it every file and every exclusion is checked against all files there are.
 */
export const isCurrent = ({ current }: { readonly current: SQLWrapper }): SQL => sql`${current}`;

/** The accepted file with this content, whatever its name; undefined when there is none. */
export async function findBySha256(db: Db, sha256: string): Promise<ReceivedReturn | undefined> {
  const { receivedReturns } = db.tables;
  const [row] = await db.select().from(receivedReturns).where(eq(receivedReturns.sha256, sha256));
  return row;
}

/** The file that counts for a school and period. */
export async function findCurrent(
  db: Db,
  { laEstab, periodFrom, periodTo }: Pick<ReceivedReturn, 'laEstab' | 'periodFrom' | 'periodTo'>,
): Promise<ReceivedReturn | undefined> {
  const { receivedReturns } = db.tables;
  const [row] = await db
    .select()
    .from(receivedReturns)
    .where(
      and(
        eq(receivedReturns.laEstab, laEstab),
        eq(receivedReturns.periodFrom, periodFrom),
        eq(receivedReturns.periodTo, periodTo),
        isCurrent(receivedReturns),
      ),
    );
  return row;
}

/** Keeps an accepted file with its exclusions; the one it replaces stays as history. */
export async function insertReceived(
  db: Db,
  received: ReceivedReturn,
  exclusions: readonly ReceivedExclusion[],
  replaces?: ReceivedReturn,
): Promise<void> {
  const { receivedReturns, receivedExclusions } = db.tables;
  if (replaces) {
    await db.update(receivedReturns).set({ current: false }).where(eq(receivedReturns.id, replaces.id));
  }
  await db.insert(receivedReturns).values(received);
  await insertAll(db, receivedExclusions, exclusions);
}

/** Accepted files, newest first. */
export async function listReceived(
  db: Db,
  { laEstab, limit }: { readonly laEstab?: string | undefined; readonly limit: number },
): Promise<readonly ReceivedReturn[]> {
  const { receivedReturns } = db.tables;
  return db
    .select()
    .from(receivedReturns)
    .where(laEstab === undefined ? undefined : eq(receivedReturns.laEstab, laEstab))
    .orderBy(desc(receivedReturns.receivedAt), receivedReturns.schoolName, desc(receivedReturns.periodFrom))
    .limit(limit);
}

/** One row a school and category, counted from the files that count. */
export interface SchoolTotal {
  readonly laEstab: string;
  readonly category: string;
  readonly exclusions: number;
  /** Half days. */
  readonly sessions: number;
}

/**
 * Totals of exclusions that start in the range. Neighbouring censuses overlap by a term, so the same exclusion arrives
 * twice: of the returns of a school whose windows hold a start date, the one made last speaks for that date. So an
 * exclusion that the later one has dropped or altered counts as the later one has it.
 */
export async function totalsBySchool(
  db: Db,
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly SchoolTotal[]> {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  return db
    .select({
      laEstab: r.laEstab,
      category: x.category,
      exclusions: sql<number>`count(*)`.mapWith(Number),
      sessions: sql<number>`coalesce(sum(${x.sessions}), 0)`.mapWith(Number),
    })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(thatCount(db, range))
    .groupBy(r.laEstab, x.category);
}

/** Pupils with one or more exclusions in the range, by school; the same exclusions as in `totalsBySchool`. */
export async function pupilsBySchool(
  db: Db,
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<ReadonlyMap<string, number>> {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const rows = await db
    .select({ laEstab: r.laEstab, pupils: sql<number>`count(DISTINCT ${x.upn})`.mapWith(Number) })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(thatCount(db, range))
    .groupBy(r.laEstab);
  return new Map(rows.map(({ laEstab, pupils }) => [laEstab, pupils]));
}

/** Exclusions that start in the range, of the return that speaks for their start; for a query of x joined with r. */
export function thatCount(
  db: Db,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): SQL | undefined {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const later = alias(r, 'later');
  return and(
    isCurrent(r),
    gte(x.startDate, from),
    lte(x.startDate, to),
    notExists(
      db
        .select({ one: sql`1` })
        .from(later)
        .where(
          and(
            eq(later.laEstab, r.laEstab),
            isCurrent(later),
            lte(later.periodFrom, x.startDate),
            gte(later.periodTo, x.startDate),
            sql`(${later.createdAt}, ${later.periodTo}, ${later.id}) > (${r.createdAt}, ${r.periodTo}, ${r.id})`,
          ),
        ),
    ),
  );
}

/** First and last day of all windows that files that count are for; undefined when there are none. */
export async function receivedSpan(
  db: Db,
): Promise<{ readonly from: IsoDate; readonly to: IsoDate } | undefined> {
  const { receivedReturns: r } = db.tables;
  const [row] = await db
    .select({
      from: sql<string | null>`min(${r.periodFrom})`,
      to: sql<string | null>`max(${r.periodTo})`,
    })
    .from(r)
    .where(isCurrent(r));
  return row?.from && row.to ? { from: row.from, to: row.to } : undefined;
}

/** Per school: files that count whose period touches the range, nil ones among them, and when the last came. */
export async function filesBySchool(db: Db, range: { readonly from: IsoDate; readonly to: IsoDate }) {
  const { receivedReturns: r } = db.tables;
  return db
    .select({
      laEstab: r.laEstab,
      name: sql<string>`max(${r.schoolName})`,
      returns: sql<number>`count(*)`.mapWith(Number),
      nilReturns: sql<number>`count(CASE WHEN ${r.nil} THEN 1 END)`.mapWith(Number),
      lastReceived: sql<string>`max(${r.receivedAt})`,
    })
    .from(r)
    .where(and(isCurrent(r), lte(r.periodFrom, range.to), gte(r.periodTo, range.from)))
    .groupBy(r.laEstab);
}

/** Schools the database knows by number. */
export async function knownSchools(db: Db, laEstabs?: readonly string[]) {
  const { schools } = db.tables;
  return db
    .select({ laEstab: schools.laEstab, name: schools.name, phase: schools.phase })
    .from(schools)
    .where(laEstabs === undefined ? undefined : inArray(schools.laEstab, [...laEstabs]));
}
