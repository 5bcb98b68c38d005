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

/** Backups whose copies of the key file are tried, from the newest on: each costs a password's hash. */
const LOOKED_AT = 5;

/**
 * The key to recover with: the one this session opened the database with; else what the key file beside it gives, or the
 * copies of it in the newest backups. Refused (`not-open`) when a recovery key, or a name and password, is needed for it.
 */
export async function recoveryKeys(
  office: OfficeDesk,
  known: readonly KnownBackup[],
  given: GivenSecret,
  system: SystemKeyStore | undefined,
): Promise<Result<RecoveryKeys>> {
  const secret = given && readSecret(given);
  if (secret && !secret.ok) return secret;
  const own = readKeyFiles(office.file);
  const ofBackups = known
    .slice(0, LOOKED_AT)
    .flatMap(({ backup }) => readOne(join(backup.folder, BACKUP_FILES.keys)) ?? []);
  const inUse = keyInUse(office);
  const found: { readonly key: string; readonly from?: KeyFile }[] =
    inUse === undefined ? [] : [{ key: inUse }];
  for (const from of own)
    for (const { key } of await findKeys(from, secret?.value, system)) found.push({ key });
  for (const from of ofBackups)
    for (const { key } of await findKeys(from, secret?.value, system)) found.push({ key, from });
  const fits = existsSync(office.file) ? found.find(({ key }) => opensWith(office.file, key)) : undefined;
  const chosen = fits ?? found[0];
  if (!chosen)
    return refuse(
      'not-open',
      given
        ? 'That does not open this database or its backups. Nothing was changed. Look which recovery sheet is the newest, and type its seven groups again.'
        : 'To recover the database, give its recovery key, or the name and password of somebody who could open it. Nothing was changed.',
    );
  const isOwn = found.some(({ key, from }) => key === chosen.key && from === undefined);
  const restoreKeyFile = isOwn && own.length > 0 ? undefined : (chosen.from ?? ofBackups[0]);
  return ok({ key: chosen.key, ...(restoreKeyFile ? { restoreKeyFile } : {}) });
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
