import { and, asc, eq, gt, gte, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type {
  ActiveState,
  CancelCode,
  Holder,
  PlaceOutcome,
  PlacementPurpose,
  PlacementState,
  PupilGroup,
} from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { readOthersPlaces } from './others-places.ts';
import { readPupilNames, type PupilName } from './pupil-names.ts';

/** A place that takes up room: booked, or held and not yet run out. With whose it is. */
export interface ActivePlace extends Session, Holder {
  readonly id: string;
  readonly placementId: string;
  /** None for a pupil who is not excluded by our school. */
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
  /** The school that sends the pupil. */
  readonly schoolId: string;
  readonly purpose: PlacementPurpose;
  readonly group: PupilGroup;
  readonly outcome: PlaceOutcome | null;
  /** UTC instant at which the stay was booked or held. */
  readonly madeAt: string;
}

/** A place in whatever state, as it is in the book. */
export interface StoredPlace extends Session {
  readonly id: string;
  readonly placementId: string;
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
  readonly schoolId: string;
  readonly state: PlacementState;
  readonly heldUntil: string | null;
  readonly endedCode: CancelCode | null;
  readonly endedReason: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly outcome: PlaceOutcome | null;
}

/** Which active places; conditions given are all to be met. */
export interface PlaceFilter {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly dates?: readonly IsoDate[];
  readonly providerId?: string;
  readonly exclusionIds?: readonly string[];
  readonly pupilIds?: readonly string[];
  /** Places of the days, both included, and those of the exclusions on whatever day. */
  readonly around?: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly exclusionIds: readonly string[];
  };
}

/**
 * Active places at the instant `now` (UTC ISO) in order of session and name. A hold that has run out is left out even
 * before anybody has marked it as lapsed, so that reading never depends on a write.
 */
export async function readActivePlaces(
  db: Db,
  now: string,
  filter: PlaceFilter,
): Promise<readonly ActivePlace[]> {
  const { places, placements } = db.tables;
  const { from, to, dates, providerId, exclusionIds, pupilIds, around } = filter;
  const rows = await db
    .select({
      id: places.id,
      placementId: places.placementId,
      exclusionId: places.exclusionId,
      pupilId: places.pupilId,
      providerId: places.providerId,
      date: places.date,
      slot: places.slot,
      state: places.state,
      heldUntil: places.heldUntil,
      schoolId: places.schoolId,
      outcome: places.outcome,
      purpose: placements.purpose,
      group: placements.pupilGroup,
      madeAt: placements.madeAt,
    })
    .from(places)
    .innerJoin(placements, eq(placements.id, places.placementId))
    .where(
      and(
        isActiveAt(db, now),
        from === undefined ? undefined : gte(places.date, from),
        to === undefined ? undefined : lte(places.date, to),
        dates === undefined ? undefined : inArray(places.date, [...dates]),
        providerId === undefined ? undefined : eq(places.providerId, providerId),
        exclusionIds === undefined ? undefined : inArray(places.exclusionId, [...exclusionIds]),
        pupilIds === undefined ? undefined : inArray(places.pupilId, [...pupilIds]),
        around === undefined
          ? undefined
          : or(
              and(gte(places.date, around.from), lte(places.date, around.to)),
              inArray(places.exclusionId, [...around.exclusionIds]),
            ),
      ),
    )
    .orderBy(asc(places.date), asc(places.slot), asc(places.id));
  const names = await readPupilNames(
    db,
    rows.map(({ pupilId }) => pupilId),
  );
  const own = inOrderOfNames(rows, names).map(({ name: { surname, forename, form }, row }) => {
    const { heldUntil, state, ...place } = row;
    return {
      ...place,
      name: `${forename} ${surname}`,
      ...(form === null ? {} : { form }),
      state: activeState(state),
      ...(state === 'held' && heldUntil !== null ? { heldUntil } : {}),
    };
  });
  // Asked about pupils or exclusions of ours: what others take up is not theirs.
  if (exclusionIds !== undefined || pupilIds !== undefined) return own;
  const during = { from: from ?? around?.from, to: to ?? around?.to, dates, providerId };
  return [...own, ...(await readOthersPlaces(db, now, during))];
}

/** Those whose name is known, within a session by name; they come in order of session and id. */
function inOrderOfNames<R extends Session & { readonly pupilId: string }>(
  rows: readonly R[],
  names: ReadonlyMap<string, PupilName>,
): readonly { readonly row: R; readonly name: PupilName }[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .flatMap((row) => {
      const name = names.get(row.pupilId);
      return name ? [{ row, name }] : [];
    })
    .toSorted(
      (a, b) =>
        before(a.row.date, b.row.date) ||
        before(a.row.slot, b.row.slot) ||
        before(a.name.surname, b.name.surname) ||
        before(a.name.forename, b.name.forename),
    );
}

function isActiveAt(db: Db, now: string): SQL | undefined {
  const { places } = db.tables;
  // Written out, not as a parameter, so that the partial indexes over active places can answer.
  const takesUp = sql`${places.state} IN ('held', 'booked')`;
  return and(takesUp, or(eq(places.state, 'booked'), gt(places.heldUntil, now)));
}

function activeState(state: PlacementState): ActiveState {
  if (state === 'held' || state === 'booked') return state;
  throw new Error(`An active place cannot be ${state}.`);
}

/** Places by id in whatever state, in order of session; ids that do not exist are left out. */
export async function readPlaces(db: Db, ids: readonly string[]): Promise<readonly StoredPlace[]> {
  const { places } = db.tables;
  return db
    .select()
    .from(places)
    .where(inArray(places.id, [...ids]))
    .orderBy(asc(places.date), asc(places.slot), asc(places.id));
}
