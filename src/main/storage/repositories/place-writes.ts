import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { CancelCode, PlacementPurpose, PupilGroup } from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

const STAYS_AT_ONCE = 500;

/**
 * Marks every hold that has run out by `now` as lapsed and gives their ids. The database's own guard counts a hold
 * until it is marked, so every change of places begins with this.
 */
export async function lapseHolds(db: Db, now: string): Promise<readonly string[]> {
  // Those of other schools take up no room either, though they are not ours to see.
  await db.shared?.call('lapse_holds', now);
  const { places } = db.tables;
  const rows = await db
    .update(places)
    .set({ state: 'lapsed', endedReason: 'The hold ran out', endedAt: now })
    .where(and(eq(places.state, 'held'), lte(places.heldUntil, now)))
    .returning({ id: places.id });
  return rows.map(({ id }) => id);
}

/** Whose places they are and where. */
export interface PlacementOf {
  readonly id: string;
  /** None for a pupil who is not excluded by our school. */
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
  /** The school that sends the pupil. */
  readonly schoolId: string;
}

export interface NewPlacement extends PlacementOf {
  readonly purpose: PlacementPurpose;
  readonly pupilGroup: PupilGroup;
  /** First and last day as booked now. */
  readonly expectedFrom: IsoDate;
  readonly expectedTo: IsoDate;
  readonly movedFromId?: string;
  /** Rules that were waived, by whom and why. */
  readonly overrideReason?: string;
  readonly overrideBy?: string;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** Adds a stay, still without places. */
export async function insertPlacement(db: Db, placement: NewPlacement): Promise<void> {
  await db.insert(db.tables.placements).values({ ...placement, version: 1 });
}

/** Notes that rules were waived for a stay that is there already; an earlier reason is kept before the new one. */
export async function noteOverride(
  db: Db,
  placementId: string,
  { overrideReason, overrideBy }: { readonly overrideReason: string; readonly overrideBy: string },
): Promise<void> {
  const { placements } = db.tables;
  const [row] = await db
    .select({ reason: placements.overrideReason })
    .from(placements)
    .where(eq(placements.id, placementId));
  const reasons = [row?.reason, overrideReason].filter((reason) => typeof reason === 'string');
  await db
    .update(placements)
    .set({ overrideReason: reasons.join('; '), overrideBy })
    .where(eq(placements.id, placementId));
}

export interface NewPlace {
  readonly id: string;
  readonly date: IsoDate;
  readonly slot: Slot;
}

/**
 * Adds places to a stay; `heldUntil` makes them holds. The database refuses a full or closed session and a second
 * place of the pupil at one time: see `guardOf`.
 */
export async function insertPlaces(
  db: Db,
  placement: PlacementOf,
  places: readonly NewPlace[],
  heldUntil?: string,
): Promise<void> {
  const { id: placementId, exclusionId, pupilId, providerId, schoolId } = placement;
  // At most 90 places of 10 columns: one statement, far below any engine's limit of parameters.
  await db.insert(db.tables.places).values(
    places.map((place) => ({
      ...place,
      placementId,
      exclusionId,
      pupilId,
      providerId,
      schoolId,
      state: heldUntil === undefined ? ('booked' as const) : ('held' as const),
      heldUntil: heldUntil ?? null,
    })),
  );
}

/** Turns holds into bookings. */
export async function bookHeldPlaces(db: Db, ids: readonly string[]): Promise<void> {
  const { places } = db.tables;
  await db
    .update(places)
    .set({ state: 'booked', heldUntil: null })
    .where(inArray(places.id, [...ids]));
}

/**
 * Ends places for a reason; they stay in the book as history. Their stays get the next version, so that whoever opened
 * one before does not book again by mistake what was given up.
 */
export async function cancelPlaces(
  db: Db,
  ids: readonly string[],
  why: {
    readonly code: CancelCode;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  const { places, placements } = db.tables;
  const ended = await db
    .update(places)
    .set({
      state: 'cancelled',
      endedCode: why.code,
      endedReason: why.reason,
      endedBy: why.by,
      endedAt: why.at,
    })
    .where(inArray(places.id, [...ids]))
    .returning({ placementId: places.placementId });
  const stays = [...new Set(ended.map(({ placementId }) => placementId))];
  for (const some of inChunks(stays, STAYS_AT_ONCE)) {
    await db
      .update(placements)
      .set({ version: sql`${placements.version} + 1` })
      .where(inArray(placements.id, [...some]));
  }
}

/** Says otherwise why places had ended, where what was said turned out to be wrong. */
export async function recodeEnded(
  db: Db,
  ids: readonly string[],
  { code, reason }: { readonly code: CancelCode; readonly reason: string },
): Promise<void> {
  const { places } = db.tables;
  await db
    .update(places)
    .set({ endedCode: code, endedReason: reason })
    .where(inArray(places.id, [...ids]));
}

/** Gives a stay the version that follows the one it was opened with, once for all that one change does, and gives that. */
export async function raiseVersion(db: Db, placementId: string, opened: number): Promise<number> {
  const { placements } = db.tables;
  const version = opened + 1;
  await db.update(placements).set({ version }).where(eq(placements.id, placementId));
  return version;
}
