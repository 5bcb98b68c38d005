import { and, asc, desc, eq, gte, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** An entry of the at-risk register as kept. */
export type RiskEntry = Db['tables']['atRiskEntries']['$inferSelect'];

/** An entry with what lists show of the pupil. */
export interface RegisterEntry extends RiskEntry {
  readonly name: string;
  readonly form: string | null;
  readonly ncYear: string | null;
  readonly upn: string;
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
    })
    .from(entries)
    .innerJoin(pupils, eq(pupils.id, entries.pupilId))
    .where(
      and(
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
    Pick<RiskEntry, 'reasons' | 'periods' | 'reviewOn' | 'signedOffOn' | 'signedOffBy' | 'signedOffReason'>
  >,
): Promise<void> {
  const { atRiskEntries: entries } = db.tables;
  await db
    .update(entries)
    .set({ ...set, version: sql`${entries.version} + 1` })
    .where(eq(entries.id, id));
}
