import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const PUPILS_AT_ONCE = 500;

/** An entry of the at-risk register as kept. */
export type RiskEntry = Db['tables']['atRiskEntries']['$inferSelect'];

/** An entry with what lists show of the pupil. */
export interface RegisterEntry extends RiskEntry {
  readonly name: string;
  readonly form: string | null;
  readonly ncYear: string | null;
  readonly upn: string;
  readonly inCare: boolean;
  readonly leavingDate: IsoDate | null;
  readonly enrolStatus: string | null;
}

export interface RegisterFilter {
  readonly id?: string | undefined;
  readonly pupilId?: string | undefined;
  readonly state?: 'open' | 'signed-off' | 'all' | undefined;
  /** On the register on any day of these. */
  readonly during?: { readonly from: IsoDate; readonly to: IsoDate } | undefined;
}

/** Entries of a school's pupils, conditions all met, in the order of names. */
export async function readRegister(
  db: Db,
  schoolId: string,
  { id, pupilId, state = 'all', during }: RegisterFilter,
): Promise<readonly RegisterEntry[]> {
  const { atRiskEntries: entries, pupils } = db.tables;
  const rows = await db
    .select({
      entry: entries,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
      ncYear: pupils.ncYear,
      upn: pupils.upn,
      inCare: pupils.inCare,
      leavingDate: pupils.leavingDate,
      enrolStatus: pupils.enrolStatus,
    })
    .from(entries)
    // Crossed, and joined by the first condition: SQLite then begins with the few entries, not with the whole roll.
    .crossJoin(pupils)
    .where(
      and(
        eq(pupils.id, entries.pupilId),
        eq(pupils.schoolId, schoolId),
        id === undefined ? undefined : eq(entries.id, id),
        pupilId === undefined ? undefined : eq(entries.pupilId, pupilId),
        ofState(db, state),
        during === undefined
          ? undefined
          : and(
              lte(entries.since, during.to),
              or(isNull(entries.signedOffOn), gte(entries.signedOffOn, during.from)),
            ),
      ),
    )
    .orderBy(asc(pupils.searchText), asc(entries.since), asc(entries.id));
  return rows.map(({ entry, forename, surname, ...pupil }) => ({
    ...entry,
    ...pupil,
    name: `${forename} ${surname}`,
  }));
}

function ofState(db: Db, state: 'open' | 'signed-off' | 'all'): SQL | undefined {
  const { signedOffOn } = db.tables.atRiskEntries;
  if (state === 'all') return undefined;
  return state === 'open' ? isNull(signedOffOn) : isNotNull(signedOffOn);
}

/** The pupil's open entry, or else the one signed off last; undefined for a pupil who was never on the register. */
export async function latestEntry(db: Db, pupilId: string): Promise<RiskEntry | undefined> {
  const { atRiskEntries: entries } = db.tables;
  const [row] = await db
    .select()
    .from(entries)
    .where(eq(entries.pupilId, pupilId))
    .orderBy(sql`${entries.signedOffOn} IS NOT NULL`, desc(entries.signedOffOn), desc(entries.raisedAt))
    .limit(1);
  return row;
}

/** The entries before a given one of the pupil, the latest first. */
export async function readEarlierEntries(
  db: Db,
  { id, pupilId, raisedAt, since }: Pick<RiskEntry, 'id' | 'pupilId' | 'raisedAt' | 'since'>,
): Promise<readonly RiskEntry[]> {
  const { atRiskEntries: entries } = db.tables;
  const rows = await db
    .select()
    .from(entries)
    .where(and(eq(entries.pupilId, pupilId), ne(entries.id, id), lte(entries.since, since)))
    .orderBy(desc(entries.since), desc(entries.raisedAt));
  return rows.filter((row) => row.since < since || row.raisedAt < raisedAt);
}

/** How many entries there were before each of these (its own not counted); those that are a pupil's first are left out. */
export async function countEarlierEntries(
  db: Db,
  of: readonly Pick<RiskEntry, 'id' | 'pupilId' | 'since' | 'raisedAt'>[],
): Promise<ReadonlyMap<string, number>> {
  const { atRiskEntries: entries } = db.tables;
  const found = new Map<string, number>();
  for (const some of inChunks(of, PUPILS_AT_ONCE)) {
    const rows = await db
      .select({
        id: entries.id,
        pupilId: entries.pupilId,
        since: entries.since,
        raisedAt: entries.raisedAt,
      })
      .from(entries)
      .where(inArray(entries.pupilId, [...new Set(some.map(({ pupilId }) => pupilId))]));
    const byPupil = groupRows(rows, ({ pupilId }) => pupilId);
    for (const { id, pupilId, since, raisedAt } of some) {
      const before = (byPupil.get(pupilId) ?? []).filter(
        (row) => row.id !== id && (row.since < since || (row.since === since && row.raisedAt < raisedAt)),
      );
      if (before.length > 0) found.set(id, before.length);
    }
  }
  return found;
}

/** Adds an entry, version 1; the database refuses a second open one of the pupil. */
export async function insertEntry(
  db: Db,
  entry: Pick<
    RiskEntry,
    'id' | 'pupilId' | 'since' | 'reasons' | 'periods' | 'reviewOn' | 'raisedBy' | 'raisedAt'
  >,
): Promise<void> {
  await db.insert(db.tables.atRiskEntries).values({ ...entry, version: 1 });
}

/** Changes an entry and gives it the next version. */
export async function updateEntry(
  db: Db,
  id: string,
  set: Partial<
    Pick<
      RiskEntry,
      | 'reasons'
      | 'periods'
      | 'reviewOn'
      | 'signedOffOn'
      | 'signedOffBy'
      | 'signedOffReason'
      | 'signedOffAs'
      | 'level'
      | 'factors'
    >
  >,
): Promise<void> {
  const { atRiskEntries: entries } = db.tables;
  await db
    .update(entries)
    .set({ ...set, version: sql`${entries.version} + 1` })
    .where(eq(entries.id, id));
}
