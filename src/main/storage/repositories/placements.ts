import { inArray } from 'drizzle-orm';
import type { PlacementPurpose, PupilGroup } from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** A stay as it is in the book, without its places. */
export interface StoredPlacement {
  readonly id: string;
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
  readonly purpose: PlacementPurpose;
  readonly schoolId: string;
  readonly pupilGroup: PupilGroup;
  readonly expectedFrom: IsoDate;
  readonly expectedTo: IsoDate;
  readonly movedFromId: string | null;
  readonly parentChoice: 'attend' | 'home' | null;
  readonly parentChoiceOn: IsoDate | null;
  readonly overrideReason: string | null;
  readonly overrideBy: string | null;
  readonly version: number;
}

/** Stays by id; ids that do not exist are left out. */
export async function readPlacements(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredPlacement>> {
  const { placements } = db.tables;
  const rows = await db
    .select()
    .from(placements)
    .where(inArray(placements.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
