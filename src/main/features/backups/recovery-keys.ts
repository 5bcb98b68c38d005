import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { BACKUP_FILES } from '../../backup/backup-places.ts';
import { findWithoutSecret, findWithSecret, type FoundKey } from '../../security/keys/find-data-keys.ts';
import type { KeyFile } from '../../security/keys/key-file.ts';
import { readKeyFiles, readOne } from '../../security/keys/key-file-place.ts';
import type { Secret, SystemKeyStore } from '../../security/keys/slots.ts';
import { opensWith } from '../../storage/engines/look-at-file.ts';
import type { OfficeDesk } from '../office-desk.ts';
import { readSecret, type GivenSecret } from './key-of-backup.ts';
import type { KnownBackup } from './known-backups.ts';

export interface RecoveryKeys {
  /** The data key that the damaged file had, as far as can be told, and that the recovered one gets. */
  readonly key: string;
  /** The key file that belongs to it, when there is none beside the database any more. */
  readonly restoreKeyFile?: KeyFile;
}

/**
 * The key to recover with: the one this session opened the database with; else what the key file beside it gives, or the
 * copy of it in the newest backup. Refused (`not-open`) when a recovery key, or a name and password, is needed for it.
 */
export async function recoveryKeys(
  office: OfficeDesk,
  newest: KnownBackup | undefined,
  given: GivenSecret,
  system: SystemKeyStore | undefined,
): Promise<Result<RecoveryKeys>> {
  const files = readKeyFiles(office.file);
  const ofBackup = newest && readOne(join(newest.backup.folder, BACKUP_FILES.keys));
  const restoreKeyFile = files.length === 0 ? ofBackup : undefined;
  const inUse = keyInUse(office);
  const secret = given && readSecret(given);
  if (secret && !secret.ok) return secret;
  const found: string[] = inUse === undefined ? [] : [inUse];
  for (const keys of [...files, ...(ofBackup ? [ofBackup] : [])])
    found.push(...(await findKeys(keys, secret?.value, system)).map(({ key }) => key));
  const fits = existsSync(office.file) ? found.find((key) => opensWith(office.file, key)) : undefined;
  const key = fits ?? found[0];
  if (key !== undefined) return ok({ key, ...(restoreKeyFile ? { restoreKeyFile } : {}) });
  return refuse(
    'not-open',
    given
      ? 'That does not open this database or its backups. Nothing was changed. Look which recovery sheet is the newest, and type its seven groups again.'
      : 'To recover the database, give its recovery key, or the name and password of somebody who could open it. Nothing was changed.',
  );
}

function keyInUse(office: OfficeDesk): string | undefined {
  try {
    return office.place().key;
  } catch {
    return undefined;
  }
}

async function findKeys(
  keys: KeyFile,
  secret: Secret | undefined,
  system: SystemKeyStore | undefined,
): Promise<readonly FoundKey[]> {
  return [...findWithoutSecret(keys, system), ...(secret ? await findWithSecret(keys, secret) : [])];
}
