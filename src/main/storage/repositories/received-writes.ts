import { and, inArray } from 'drizzle-orm';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';
import { insertRows } from './insert-rows.ts';
import { FILE_COLUMNS, type Arrival } from './received-columns.ts';
import { isCurrent, type ReceivedReturn } from './received-returns.ts';
import { addUpSchoolYears, recountSchools } from './received-sums.ts';

/** What became of a return that arrived. */
export interface Kept {
  readonly outcome: 'imported' | 'replaced' | 'older' | 'duplicate';
  /** The return as it is kept; of a duplicate, the one that was here already. */
  readonly received: ReceivedReturn;
  /** The return that is replaced, or that stands in the way of an older one. */
  readonly other: ReceivedReturn | undefined;
}

const PARAMETERS = 500;

/**
 * Keeps returns in the order they arrived in: each new, in place of an older one (which stays as history), or not at
 * all because it is a copy or older. Afterwards `counts` of the schools' exclusions and the totals of their years are
 * what they should be. Call it inside a write; many returns at once are much quicker than one by one.
 */
export async function keepReceived(db: Db, arrivals: readonly Arrival[]): Promise<readonly Kept[]> {
  const known = await knownOf(db, arrivals);
  const kept: Kept[] = [];
  const taken: Arrival[] = [];
  const replaced = new Set<string>();
  for (const arrival of arrivals) {
    const { received } = arrival;
    const same = known.bySha.get(received.sha256);
    if (same) {
      kept.push({ outcome: 'duplicate', received: same, other: same });
      continue;
    }
    const current = known.current.get(keyOf(received));
    if (current && current.createdAt > received.createdAt) {
      kept.push({ outcome: 'older', received, other: current });
      continue;
    }
    const row = { ...received, current: true, replacesId: current?.id ?? null };
    if (current) replaced.add(current.id);
    known.bySha.set(row.sha256, row);
    known.current.set(keyOf(row), row);
    taken.push({ ...arrival, received: row });
    kept.push({ outcome: current ? 'replaced' : 'imported', received: row, other: current });
  }
  await write(
    db,
    taken,
    replaced,
    groupRows([...known.current.values()], ({ laEstab }) => laEstab),
  );
  return kept;
}

const keyOf = ({
  laEstab,
  periodFrom,
  periodTo,
}: Pick<ReceivedReturn, 'laEstab' | 'periodFrom' | 'periodTo'>): string =>
  `${laEstab} ${periodFrom} ${periodTo}`;

/** What is here of the same contents and of the same schools. */
async function knownOf(db: Db, arrivals: readonly Arrival[]) {
  const { receivedReturns: r } = db.tables;
  const bySha = new Map<string, ReceivedReturn>();
  const current = new Map<string, ReceivedReturn>();
  for (const chunk of inChunks(arrivals, PARAMETERS)) {
    const contents = chunk.map(({ received }) => received.sha256);
    for (const row of await db.select().from(r).where(inArray(r.sha256, contents)))
      bySha.set(row.sha256, row);
    const schools = [...new Set(chunk.map(({ received }) => received.laEstab))];
    for (const row of await db
      .select()
      .from(r)
      .where(and(inArray(r.laEstab, schools), isCurrent(r))))
      current.set(keyOf(row), row);
  }
  return { bySha, current };
}

async function write(
  db: Db,
  taken: readonly Arrival[],
  replaced: ReadonlySet<string>,
  currentBySchool: ReadonlyMap<string, readonly ReceivedReturn[]>,
): Promise<void> {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const [first] = taken;
  if (first === undefined) return;
  for (const ids of inChunks([...replaced], PARAMETERS)) {
    await db
      .update(r)
      .set({ current: false })
      .where(inArray(r.id, [...ids]));
  }
  // One that a later one of the same go replaces is history from the start.
  const returns = taken.map(({ received }) => ({ ...received, current: !replaced.has(received.id) }));
  const returnColumns = Object.keys(r).filter((key): key is keyof ReceivedReturn => key in first.received);
  await insertRows(db, r, {
    columns: returnColumns,
    values: returns.map((row) => returnColumns.map((column) => row[column])),
  });
  const overlapping = new Set(
    taken
      .filter(({ received }) => overlaps(received, replaced, currentBySchool.get(received.laEstab) ?? []))
      .map(({ received }) => received.laEstab),
  );
  const values: unknown[][] = [];
  for (const { received, exclusions } of taken) {
    const counts = !replaced.has(received.id);
    for (const exclusion of exclusions) values.push([received.id, counts, ...exclusion]);
  }
  await insertRows(db, x, { columns: ['returnId', 'counts', ...FILE_COLUMNS], values });
  if (overlapping.size > 0) await recountSchools(db, [...overlapping], spanOf(taken, overlapping));
  await addUpSchoolYears(db, touchedYears(taken));
}

/** Whether exclusions of another return may cease to count because of this one, or its own be spoken for by another. */
const overlaps = (
  { id, replacesId, periodFrom, periodTo }: ReceivedReturn,
  replaced: ReadonlySet<string>,
  current: readonly ReceivedReturn[],
): boolean =>
  replacesId !== null ||
  replaced.has(id) ||
  current.some((other) => other.id !== id && other.periodFrom <= periodTo && other.periodTo >= periodFrom);

function spanOf(taken: readonly Arrival[], schools: ReadonlySet<string>) {
  let [from, to] = ['9999-12-31', '0000-01-01'];
  for (const { received } of taken) {
    if (!schools.has(received.laEstab)) continue;
    if (received.periodFrom < from) from = received.periodFrom;
    if (received.periodTo > to) to = received.periodTo;
  }
  return { from, to };
}

function touchedYears(taken: readonly Arrival[]): ReadonlyMap<SchoolYear, ReadonlySet<string>> {
  const touched = new Map<SchoolYear, Set<string>>();
  for (const { received } of taken) {
    const last = schoolYearOf(received.periodTo);
    for (let year = schoolYearOf(received.periodFrom); year <= last; year += 1) {
      const schools = touched.get(year) ?? new Set();
      touched.set(year, schools.add(received.laEstab));
    }
  }
  return touched;
}
