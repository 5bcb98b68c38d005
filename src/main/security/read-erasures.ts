import { z } from 'zod';
import { readAuditOf, type StoredAuditRow } from '../storage/repositories/audit-rows.ts';
import { inChain } from '../storage/shared/audit-chain.ts';
import type { Db } from '../storage/store.ts';

/** Operations that erase have this at the beginning of their names. */
const ERASING = 'privacy.erase';

const named = z.object({ auditRows: z.array(z.number()) });

/**
 * Which missing details are covered by an erasure: a later row of an erasing operation that was done and is about the
 * same pupil, or names the row.
 */
export async function readErasures(db: Db): Promise<(row: StoredAuditRow) => boolean> {
  const pupils = new Map<string, number>();
  const rows = new Map<number, number>();
  for (const { id, pupilId, outcome, detail, hash } of await readAuditOf(db, ERASING)) {
    if (outcome !== 'done' || hash === null) continue;
    if (pupilId !== null) pupils.set(pupilId, id);
    for (const row of named.safeParse(detail).data?.auditRows ?? []) rows.set(inChain(row), id);
  }
  return ({ id, pupilId }) =>
    (rows.get(inChain(id)) ?? 0) > id || (pupilId !== null && (pupils.get(pupilId) ?? 0) > id);
}
