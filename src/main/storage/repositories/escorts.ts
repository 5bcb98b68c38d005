import { and, asc, eq, inArray } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** Who goes with a pupil on a day of a stay. */
export interface Escort {
  readonly placementId: string;
  readonly exclusionId: string | null;
  readonly providerId: string;
  readonly date: IsoDate;
  readonly name: string;
}

/** Who is named for the days of the stays of exclusions, by day. */
export async function readEscorts(db: Db, exclusionIds: readonly string[]): Promise<readonly Escort[]> {
  if (exclusionIds.length === 0) return [];
  const { placementEscorts, placements } = db.tables;
  return db
    .select({
      placementId: placementEscorts.placementId,
      exclusionId: placements.exclusionId,
      providerId: placements.providerId,
      date: placementEscorts.date,
      name: placementEscorts.name,
    })
    .from(placementEscorts)
    .innerJoin(placements, eq(placements.id, placementEscorts.placementId))
    .where(inArray(placements.exclusionId, [...exclusionIds]))
    .orderBy(asc(placementEscorts.date), asc(placementEscorts.placementId));
}

/** Names who goes with the pupil on days of a stay; a name that was there gives way. */
export async function writeEscorts(
  db: Db,
  placementId: string,
  escorts: readonly { readonly date: IsoDate; readonly name: string }[],
): Promise<void> {
  const { placementEscorts } = db.tables;
  for (const { date, name } of escorts) {
    await db
      .insert(placementEscorts)
      .values({ placementId, date, name })
      .onConflictDoUpdate({ target: [placementEscorts.placementId, placementEscorts.date], set: { name } });
  }
}

/** Takes the name of a day back. */
export async function deleteEscort(db: Db, placementId: string, date: IsoDate): Promise<void> {
  const { placementEscorts } = db.tables;
  await db
    .delete(placementEscorts)
    .where(and(eq(placementEscorts.placementId, placementId), eq(placementEscorts.date, date)));
}
