import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { PlaceThen } from '#shared/domain/placements/session-standing.ts';
import type { AttendanceReason } from '#shared/domain/placements/types.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** A place of an exclusion in whatever state, with its provider and the visit of its day. */
export interface PlaceOfExclusion extends Session, PlaceThen {
  readonly id: string;
  readonly placementId: string;
  readonly exclusionId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly endedReason: string | null;
  readonly outcomeReason: AttendanceReason | null;
  readonly outcomeNote: string | null;
  readonly visitor: string | null;
}

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const IDS_AT_ONCE = 500;

/** All places that exclusions ever had, in order of session; one query for every five hundred exclusions. */
export async function readPlacesOfExclusions(
  db: Db,
  exclusionIds: readonly string[],
): Promise<readonly PlaceOfExclusion[]> {
  const { places, providers, homeVisits } = db.tables;
  const found: PlaceOfExclusion[] = [];
  for (const ids of inChunks(exclusionIds, IDS_AT_ONCE)) {
    const rows = await db
      .select({
        id: places.id,
        placementId: places.placementId,
        exclusionId: places.exclusionId,
        providerId: places.providerId,
        providerName: providers.name,
        kind: providers.kind,
        date: places.date,
        slot: places.slot,
        state: places.state,
        heldUntil: places.heldUntil,
        endedCode: places.endedCode,
        endedReason: places.endedReason,
        endedAt: places.endedAt,
        outcome: places.outcome,
        outcomeReason: places.outcomeReason,
        outcomeNote: places.outcomeNote,
        visitMade: homeVisits.made,
        visitor: homeVisits.visitor,
      })
      .from(places)
      .innerJoin(providers, eq(providers.id, places.providerId))
      .leftJoin(
        homeVisits,
        and(eq(homeVisits.placementId, places.placementId), eq(homeVisits.date, places.date)),
      )
      .where(inArray(places.exclusionId, [...ids]))
      .orderBy(asc(places.date), asc(places.slot), asc(places.id));
    for (const { exclusionId, ...row } of rows) if (exclusionId !== null) found.push({ ...row, exclusionId });
  }
  return found;
}
