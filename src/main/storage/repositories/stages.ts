import { asc, eq } from 'drizzle-orm';
import type { Stage } from '#shared/domain/placements/stages.ts';
import type { Db } from '../store.ts';

export type StoredStage = Stage & { readonly id: string };

/** The stages a school has set, in order of preference; none while the usual ones are in force. */
export async function readStages(db: Db, schoolId: string): Promise<readonly StoredStage[]> {
  const { itineraryStages } = db.tables;
  const rows = await db
    .select()
    .from(itineraryStages)
    .where(eq(itineraryStages.schoolId, schoolId))
    .orderBy(asc(itineraryStages.position));
  return rows.flatMap(({ id, exclusionKind, fromDay, toDay, providerKind, providerId }): StoredStage[] => {
    const stage = { id, exclusionKind, fromDay, ...(toDay === null ? {} : { toDay }) };
    if (providerId !== null) return [{ ...stage, providerId }];
    return providerKind === null ? [] : [{ ...stage, providerKind }];
  });
}

/** Sets a school's stages over those of before; the audit trail keeps what they were. */
export async function replaceStages(db: Db, schoolId: string, stages: readonly StoredStage[]): Promise<void> {
  const { itineraryStages } = db.tables;
  await db.delete(itineraryStages).where(eq(itineraryStages.schoolId, schoolId));
  if (stages.length === 0) return;
  await db.insert(itineraryStages).values(
    stages.map(({ id, exclusionKind, fromDay, toDay, providerKind, providerId }, position) => ({
      id,
      schoolId,
      position,
      exclusionKind,
      fromDay,
      toDay: toDay ?? null,
      providerKind: providerKind ?? null,
      providerId: providerId ?? null,
    })),
  );
}
