import { and, asc, count, desc, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { bookableBy } from './bookable-by.ts';
import { inChunks } from './in-chunks.ts';
import { readPupilNames } from './pupil-names.ts';

type Placement = Db['tables']['placements']['$inferSelect'];

/** A place of a stay in whatever state, with what came of it. */
export type StayPlace = Db['tables']['places']['$inferSelect'];

/** A stay with whose and where it is. */
export interface StayRecord extends Placement {
  readonly name: string;
  readonly form: string | null;
  readonly providerName: string;
  /** The school that sends the pupil. */
  readonly schoolName: string;
}

export interface StayFilter {
  readonly ids?: readonly string[] | undefined;
  readonly pupilId?: string | undefined;
  readonly exclusionId?: string | undefined;
  readonly providerId?: string | undefined;
}

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const IDS_AT_ONCE = 500;

/** Stays at the providers of a school, the latest made first; conditions given are all to be met. */
export async function readStays(
  db: Db,
  schoolId: string,
  { ids, pupilId, exclusionId, providerId }: StayFilter,
): Promise<readonly StayRecord[]> {
  const { placements } = db.tables;
  const conditions = [
    pupilId === undefined ? undefined : eq(placements.pupilId, pupilId),
    exclusionId === undefined ? undefined : eq(placements.exclusionId, exclusionId),
    providerId === undefined ? undefined : eq(placements.providerId, providerId),
  ];
  if (ids === undefined) return select(db, schoolId, and(...conditions));
  const rows: StayRecord[] = [];
  for (const chunk of inChunks([...new Set(ids)], IDS_AT_ONCE)) {
    rows.push(...(await select(db, schoolId, and(...conditions, inArray(placements.id, [...chunk])))));
  }
  return rows;
}

async function select(db: Db, schoolId: string, where: SQL | undefined): Promise<readonly StayRecord[]> {
  const { placements, providers, schools } = db.tables;
  const rows = await db
    .select({
      placement: placements,
      providerName: providers.name,
      schoolName: schools.name,
    })
    .from(placements)
    .innerJoin(providers, eq(providers.id, placements.providerId))
    .innerJoin(schools, eq(schools.id, placements.schoolId))
    .where(and(bookableBy(db, schoolId), where))
    .orderBy(desc(placements.madeAt), desc(placements.id));
  const names = await readPupilNames(
    db,
    rows.map(({ placement }) => placement.pupilId),
  );
  return rows.flatMap(({ placement, ...row }) => {
    const name = names.get(placement.pupilId);
    return name ? [{ ...placement, ...row, form: name.form, name: `${name.forename} ${name.surname}` }] : [];
  });
}

/** One stay at a provider of a school; undefined when there is none of that id. */
export async function readStay(db: Db, schoolId: string, id: string): Promise<StayRecord | undefined> {
  return (await readStays(db, schoolId, { ids: [id] }))[0];
}

/** Every place there ever was of stays, in order of session, those given up before those in force. */
export async function readStayPlaces(db: Db, placementIds: readonly string[]): Promise<readonly StayPlace[]> {
  const { places } = db.tables;
  const rows: StayPlace[] = [];
  for (const ids of inChunks(placementIds, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select()
        .from(places)
        .where(inArray(places.placementId, [...ids]))
        .orderBy(
          asc(places.date),
          asc(places.slot),
          sql`${places.state} IN ('held', 'booked')`,
          asc(places.endedAt),
          asc(places.id),
        )),
    );
  }
  return rows;
}

/** Ids of the stays of pupils (at most 500) that have, or had, a place on a day or later, in order of the pupils. */
export async function readRecentStays(
  db: Db,
  pupilIds: readonly string[],
  since: IsoDate,
): Promise<readonly string[]> {
  const { placements, places } = db.tables;
  const rows = await db
    .selectDistinct({ id: placements.id, pupilId: placements.pupilId })
    .from(placements)
    .innerJoin(places, eq(places.placementId, placements.id))
    .where(and(inArray(placements.pupilId, [...pupilIds]), gte(places.date, since)))
    .orderBy(asc(placements.pupilId), asc(placements.id));
  return rows.map(({ id }) => id);
}

/** Notes what the parents chose and gives the stay the version that follows the one it was opened with. */
export async function writeParentChoice(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  choice: { readonly choice: 'attend' | 'home'; readonly on: string },
): Promise<void> {
  const { placements } = db.tables;
  await db
    .update(placements)
    .set({ parentChoice: choice.choice, parentChoiceOn: choice.on, version: version + 1 })
    .where(eq(placements.id, id));
}

/** Writes what came of a place, or with nulls takes it back. */
export async function writePlaceMark(
  db: Db,
  placeId: string,
  mark: Pick<
    StayPlace,
    'outcome' | 'outcomeReason' | 'outcomeNote' | 'arrivedAt' | 'leftAt' | 'markedBy' | 'markedAt'
  >,
): Promise<void> {
  const { places } = db.tables;
  await db.update(places).set(mark).where(eq(places.id, placeId));
}

/** Booked places at a school's providers that nobody marked, counted by provider and day, oldest first. */
export async function readUnmarked(
  db: Db,
  schoolId: string,
  { from, before }: { readonly from: IsoDate; readonly before: IsoDate },
): Promise<
  readonly {
    readonly providerId: string;
    readonly providerName: string;
    readonly date: IsoDate;
    readonly places: number;
  }[]
> {
  const { places, providers } = db.tables;
  return db
    .select({
      providerId: providers.id,
      providerName: providers.name,
      date: places.date,
      places: count(),
    })
    .from(places)
    .innerJoin(providers, eq(providers.id, places.providerId))
    .where(
      and(
        bookableBy(db, schoolId),
        eq(places.state, 'booked'),
        isNull(places.outcome),
        gte(places.date, from),
        lt(places.date, before),
      ),
    )
    .groupBy(providers.id, providers.name, places.date)
    .orderBy(places.date, providers.name);
}
