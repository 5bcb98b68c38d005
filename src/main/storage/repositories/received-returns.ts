import { and, desc, eq, gte, inArray, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

type Tables = Db['tables'];

export type ReceivedReturn = Tables['receivedReturns']['$inferSelect'];

export type ReceivedExclusion = Tables['receivedExclusions']['$inferSelect'];

/**
 * Whether a file counts, as the condition of the index `received_returns_current` has it: SQLite uses the index only
 * then, and without it every file and every exclusion is checked against all files there are.
 */
export const isCurrent = ({ current }: { readonly current: SQLWrapper }): SQL => sql`${current}`;

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
  const { receivedExclusions: x } = db.tables;
  return db
    .select({
      laEstab: x.laEstab,
      category: x.category,
      exclusions: sql<number>`count(*)`.mapWith(Number),
      sessions: sql<number>`coalesce(sum(${x.sessions}), 0)`.mapWith(Number),
    })
    .from(x)
    .where(thatCount(db, range))
    .groupBy(x.laEstab, x.category);
}

/** Pupils with one or more exclusions in the range, by school; the same exclusions as in `totalsBySchool`. */
export async function pupilsBySchool(
  db: Db,
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<ReadonlyMap<string, number>> {
  const { receivedExclusions: x } = db.tables;
  const rows = await db
    .select({ laEstab: x.laEstab, pupils: sql<number>`count(DISTINCT ${x.upn})`.mapWith(Number) })
    .from(x)
    .where(thatCount(db, range))
    .groupBy(x.laEstab);
  return new Map(rows.map(({ laEstab, pupils }) => [laEstab, pupils]));
}

/** Exclusions that figures count and that start in the range; for a query of received exclusions. */
export function thatCount(
  db: Db,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): SQL | undefined {
  const { receivedExclusions: x } = db.tables;
  return and(sql`${x.counts}`, gte(x.startDate, from), lte(x.startDate, to));
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

/** The fingerprints of all files that were ever accepted. */
export async function knownContents(db: Db): Promise<ReadonlySet<string>> {
  const { receivedReturns: r } = db.tables;
  return new Set((await db.select({ sha256: r.sha256 }).from(r)).map(({ sha256 }) => sha256));
}

/** Accepted files by their contents. */
export async function findByContents(
  db: Db,
  contents: readonly string[],
): Promise<ReadonlyMap<string, ReceivedReturn>> {
  if (contents.length === 0) return new Map();
  const { receivedReturns: r } = db.tables;
  const rows = await db
    .select()
    .from(r)
    .where(inArray(r.sha256, [...contents]));
  return new Map(rows.map((row) => [row.sha256, row]));
}

export async function findReceived(db: Db, id: string): Promise<ReceivedReturn | undefined> {
  const { receivedReturns: r } = db.tables;
  const [row] = await db.select().from(r).where(eq(r.id, id));
  return row;
}

/** The exclusions of one return, in the order of its file. */
export async function receivedOf(db: Db, returnId: string): Promise<readonly ReceivedExclusion[]> {
  const { receivedExclusions: x } = db.tables;
  return db.select().from(x).where(eq(x.returnId, returnId)).orderBy(x.position);
}
