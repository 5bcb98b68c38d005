import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './pupil-chunks.ts';

type Tables = Db['tables'];

export type ReceivedReturn = Tables['receivedReturns']['$inferSelect'];

export type ReceivedExclusion = Tables['receivedExclusions']['$inferSelect'];

/** 15 columns of 400 rows are 6,000 parameters. */
const ROWS_PER_STATEMENT = 400;

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
        eq(receivedReturns.current, true),
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
  for (const chunk of inChunks(exclusions, ROWS_PER_STATEMENT)) {
    await db.insert(receivedExclusions).values([...chunk]);
  }
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
 * Totals of exclusions that start in the range. Neighbouring censuses overlap by a term, so the same exclusion (school,
 * pupil, category, start) arrives twice: the newest file that has it counts.
 */
export async function totalsBySchool(
  db: Db,
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly SchoolTotal[]> {
  const newest = newestExclusions(db, range);
  return db
    .select({
      laEstab: newest.laEstab,
      category: newest.category,
      exclusions: sql<number>`count(*)`.mapWith(Number),
      sessions: sql<number>`coalesce(sum(${newest.sessions}), 0)`.mapWith(Number),
    })
    .from(newest)
    .where(eq(newest.place, 1))
    .groupBy(newest.laEstab, newest.category);
}

/** Pupils with one or more exclusions in the range, by school. */
export async function pupilsBySchool(
  db: Db,
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<ReadonlyMap<string, number>> {
  const newest = newestExclusions(db, range);
  const rows = await db
    .select({ laEstab: newest.laEstab, pupils: sql<number>`count(DISTINCT ${newest.upn})`.mapWith(Number) })
    .from(newest)
    .groupBy(newest.laEstab);
  return new Map(rows.map(({ laEstab, pupils }) => [laEstab, pupils]));
}

function newestExclusions(db: Db, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }) {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  return db
    .select({
      laEstab: r.laEstab,
      upn: x.upn,
      category: x.category,
      sessions: x.sessions,
      place:
        sql<number>`row_number() OVER (PARTITION BY ${r.laEstab}, ${x.upn}, ${x.category}, ${x.startDate} ORDER BY ${r.createdAt} DESC, ${r.id})`
          .mapWith(Number)
          .as('place'),
    })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(and(eq(r.current, true), gte(x.startDate, from), lte(x.startDate, to)))
    .as('newest');
}

/** First and last start date of all exclusions in files that count; undefined when there are none. */
export async function receivedSpan(
  db: Db,
): Promise<{ readonly from: IsoDate; readonly to: IsoDate } | undefined> {
  const { receivedExclusions: x } = db.tables;
  const [row] = await db
    .select({ from: sql<string | null>`min(${x.startDate})`, to: sql<string | null>`max(${x.startDate})` })
    .from(x);
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
    .where(and(eq(r.current, true), lte(r.periodFrom, range.to), gte(r.periodTo, range.from)))
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
