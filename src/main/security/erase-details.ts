import type { AuditNote } from '../features/context.ts';
import { clearAuditDetails, readAuditByIds } from '../storage/repositories/audit-rows.ts';
import type { Db } from '../storage/store.ts';
import { CHAIN_BEGINS, digestOlderRows, OLDER_ROWS } from './older-rows.ts';

/** What erasing rows say covers the details that are missing: without it they would look torn out. */
const ERASING = 'privacy.erase';

export interface ErasedDetails {
  /** How many rows had a detail. */
  readonly erased: number;
  /** To be kept with the audit rows of the erasing command: how rows older than the chain stand now. */
  readonly notes: readonly AuditNote[];
}

/**
 * Erases what rows of the audit trail say in detail, with the salts, so that nobody can try likely details against the
 * hashes. That they were there, who, when and which operation stays, and the chain stays whole. Call it inside the
 * change of an operation named `privacy.erase...` whose own row has the pupil as its subject or its `pupilId`, or names
 * the rows as `auditRows` in its detail: the verification takes a missing detail only with such a later row.
 */
export async function eraseDetails(db: Db, rowIds: readonly number[]): Promise<ErasedDetails> {
  const rows = (await readAuditByIds(db, rowIds)).filter(
    ({ operation, subjectType }) =>
      operation !== CHAIN_BEGINS && subjectType !== OLDER_ROWS && !operation.startsWith(ERASING),
  );
  const erased = await clearAuditDetails(
    db,
    rows.map(({ id }) => id),
  );
  const older = erased > 0 && rows.some(({ hash }) => hash === null);
  if (!older) return { erased, notes: [] };
  const detail = await digestOlderRows(db);
  return { erased, notes: [{ subjectType: OLDER_ROWS, subjectId: 'erased', detail }] };
}
