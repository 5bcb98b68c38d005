import { join } from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { ALTERED_BACKUP } from '../../backup/altered-backup.ts';
import { BACKUP_FILES } from '../../backup/backup-places.ts';
import { hashFile } from '../../backup/hash-file.ts';
import type { Backup } from '../../backup/list-backups.ts';
import { unwatched } from '../../backup/watch.ts';
import { findWithoutSecret, findWithSecret } from '../../security/keys/find-data-keys.ts';
import { readOne } from '../../security/keys/key-file-place.ts';
import { readRecoveryKey } from '../../security/keys/recovery-key.ts';
import type { Secret, SystemKeyStore } from '../../security/keys/slots.ts';
import { opensWith } from '../../storage/engines/look-at-file.ts';

export type GivenSecret = ParsedInput<'backups.restore'>['secret'];

/**
 * The data key of a backup: one of `known` (those of the database here), or what its own copy of the key file gives to
 * this account or to the secret. Refused (`not-open`) when none opens it, and as
 * damaged (`unreadable-file`) when it is not the file that was made. Reads one page, all of it where no key fits.
 */
export async function keyOfBackup(
  { folder, about }: Backup,
  known: readonly string[],
  given: GivenSecret,
  system: SystemKeyStore | undefined,
): Promise<Result<string>> {
  const file = join(folder, BACKUP_FILES.database);
  const keys = readOne(join(folder, BACKUP_FILES.keys));
  const secret = given && readSecret(given);
  if (secret && !secret.ok) return secret;
  const found = [
    ...known,
    ...(keys ? findWithoutSecret(keys, system).map(({ key }) => key) : []),
    ...(keys && secret ? (await findWithSecret(keys, secret.value)).map(({ key }) => key) : []),
  ];
  const fits = found.find((key) => opensWith(file, key));
  if (fits !== undefined) return ok(fits);
  // No key opens a file that was cut short or whose first page is damaged, and nobody should look for another sheet.
  if (hashFile(file, unwatched) !== about.sha256) return refuse('unreadable-file', ALTERED_BACKUP);
  return refuse('not-open', given ? WRONG_SECRET : NEEDS_SECRET);
}

const NEEDS_SECRET =
  'This backup is encrypted with another key. Nothing was changed. Give the recovery key of that time, or the name and password of somebody who could open it then.';

const WRONG_SECRET =
  'That does not open this backup. Nothing was changed. Look which recovery sheet belongs to it, and type its seven groups again.';

/** What was typed, as the key file wants it. */
export function readSecret(given: NonNullable<GivenSecret>): Result<Secret> {
  if (!('recoveryKey' in given))
    return ok({ kind: 'password', foldedName: foldPersonName(given.name), password: given.password });
  const bytes = readRecoveryKey(given.recoveryKey);
  if (bytes) return ok({ kind: 'recovery', bytes });
  return refuse('invalid-input', 'That is no whole recovery key: it has seven groups of five characters.', {
    fields: [{ path: 'recoveryKey', message: 'Type all seven groups of the sheet.' }],
  });
}
