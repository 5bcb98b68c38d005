import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { auditIdsOf, keysOfPupil, keysOfUpn, type SubjectKeys } from '../../storage/personal/subject-keys.ts';
import { namesOf, type SubjectNames } from '../../storage/personal/subject-names.ts';
import { ERASED_UPN } from '../../storage/repositories/retention.ts';
import type { Db } from '../../storage/store.ts';
import { needlesOf } from '../erase-record.ts';

/** A pupil about whom everything is asked. */
export interface Subject {
  readonly keys: SubjectKeys;
  readonly names: SubjectNames;
  readonly name: string;
}

/** The pupil that an id or a UPN leads to, or a sentence. */
export async function findSubject(
  db: Db,
  { pupilId, upn = '' }: ParsedInput<'privacy.held'>,
): Promise<Result<Subject>> {
  const keys =
    pupilId === undefined ? await keysOfUpn(db, upn.toUpperCase()) : await keysOfPupil(db, pupilId);
  const names = await namesOf(db, keys);
  if (names.surname === '') {
    return refuse('not-found', 'Nothing is held under this pupil. Check the UPN, or choose the pupil again.');
  }
  if (names.upn.startsWith(ERASED_UPN)) {
    return refuse('not-found', 'This pupil’s personal data has been erased. Only figures are left.');
  }
  return { ok: true, value: { keys, names, name: `${names.forename} ${names.surname}` } };
}

/** Audit rows about the pupil, also those that say so only in their detail. */
export const auditOf = async (db: Db, keys: SubjectKeys): Promise<readonly number[]> =>
  auditIdsOf(db, keys, await needlesOf(db, keys));
