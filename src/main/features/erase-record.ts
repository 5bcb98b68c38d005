import { randomInt } from 'node:crypto';
import type { PupilKind } from '#shared/domain/privacy/types.ts';
import { eraseDetails } from '../security/erase-details.ts';
import { erasePersonal, type ErasedCounts } from '../storage/personal/erase-personal.ts';
import {
  emptyRefusedFiles,
  eraseFromSent,
  refusedFilesWith,
} from '../storage/personal/personal-documents.ts';
import { auditIdsOf, type SubjectKeys } from '../storage/personal/subject-keys.ts';
import { namesOf } from '../storage/personal/subject-names.ts';
import { ERASED_UPN } from '../storage/repositories/retention.ts';
import type { Db } from '../storage/store.ts';
import type { AuditNote } from './context.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Thirteen characters in place of a UPN, of chance alone: nothing leads back from them. */
export const makeStand = (): string =>
  ERASED_UPN + Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Texts in a detail of the audit trail that make it one of this pupil. */
export async function needlesOf(db: Db, keys: SubjectKeys): Promise<readonly string[]> {
  const names = await namesOf(db, keys);
  return [...keys.pupil, ...keys.exclusion, ...keys.placement, ...keys.entry, ...keys.upn, ...names.full];
}

/** What erasing did, with what the audit trail is told of it. */
export interface Erased {
  readonly counts: ErasedCounts;
  /** Rows of the trail whose detail went: the erasing row names them, and the chain's check looks for it. */
  readonly auditRows: readonly number[];
  readonly notes: readonly AuditNote[];
}

/**
 * Takes a pupil's personal data, or one kind of it, out of the database. Call it inside a write, once it is known that
 * nothing stands against it; the row in `erasures` and the audit row are the caller's.
 */
export async function eraseRecord(db: Db, keys: SubjectKeys, kind: PupilKind | undefined): Promise<Erased> {
  const stand = { upn: makeStand() };
  if (kind !== undefined)
    return { counts: await erasePersonal(db, { keys, stand, kind }), auditRows: [], notes: [] };
  const auditRows = await auditIdsOf(db, keys, await needlesOf(db, keys));
  const details = await eraseDetails(db, auditRows);
  const files = await refusedFilesWith(db, keys.upn);
  await emptyRefusedFiles(db, files);
  const sent = await eraseFromSent(db, keys.upn, stand);
  const counts = {
    ...(await erasePersonal(db, { keys, stand })),
    ...(details.erased > 0 ? { audit: details.erased } : {}),
    ...(files.length > 0 ? { quarantinedFiles: files.length } : {}),
    ...(sent > 0 ? { returns: sent } : {}),
  };
  return { counts, auditRows, notes: details.notes };
}
