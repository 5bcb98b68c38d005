import { join } from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { BACKUP_FILES } from '../../backup/backup-places.ts';
import { clearRehearsal, rehearsalFolder, type Rehearsal } from '../../backup/rehearse-restore.ts';
import type { KeyFile } from '../../security/keys/key-file.ts';
import { readOne } from '../../security/keys/key-file-place.ts';
import type { Context, Handler } from '../context.ts';
import { desksOf, type Desks } from './desk.ts';
import { keyOfBackup } from './key-of-backup.ts';
import { knownBackups, type KnownBackup } from './known-backups.ts';
import { toTried } from './to-tried.ts';

export interface Rehearsed {
  readonly known: KnownBackup;
  readonly rehearsal: Rehearsal;
  readonly desks: Desks;
  /** The database, its key, and the key that the rehearsed copy has. */
  readonly file: string;
  readonly key: string;
  readonly copyKey: string;
  /** The key file that is to take the place of the present one, where the copy has another key. */
  readonly takeKeys: KeyFile | undefined;
}

/** Finds a backup, opens it and tries it in a copy, which whoever asked has to use or clear away. */
export async function rehearse(
  context: Context,
  { backupId, folder, secret }: ParsedInput<'backups.restore'>,
): Promise<Result<Rehearsed>> {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { backups, office } = desks.value;
  const { file, key } = office.place();
  const known = knownBackups(file, backups, context.files, folder).find((one) => one.backupId === backupId);
  if (!known)
    return refuse(
      'not-found',
      'That backup is not there any more. Nothing was changed. Look at the list again.',
    );
  const backupKey = await keyOfBackup(known.backup, [key], secret, backups.system);
  if (!backupKey.ok) return backupKey;
  const takeKeys = keysToTake(context, known, key, backupKey.value);
  const copyKey = takeKeys ? backupKey.value : key;
  const order = {
    backup: known.backup,
    backupKey: backupKey.value,
    key: copyKey,
    folder: rehearsalFolder(file),
    now: context.clock.now(),
  };
  const rehearsal = await backups.run('rehearse', order, context.job);
  if (!rehearsal.ok) return rehearsal;
  return {
    ok: true,
    value: { known, rehearsal: rehearsal.value, desks: desks.value, file, key, copyKey, takeKeys },
  };
}

/**
 * A backup comes under the present key, so that what opens the records stays as it is. But where that key lies in clear
 * (a database just made on a new PC, a demonstration) the backup keeps its own, with its own key file.
 */
function keysToTake(
  { keys }: Context,
  { backup }: KnownBackup,
  key: string,
  backupKey: string,
): KeyFile | undefined {
  if (key === backupKey || keys?.standing().open !== true) return undefined;
  return readOne(join(backup.folder, BACKUP_FILES.keys));
}

export const rehearseBackup: Handler<'backups.rehearse'> = async (context, input) => {
  const tried = await rehearse(context, input);
  if (!tried.ok) return tried;
  const { known, rehearsal, file } = tried.value;
  clearRehearsal(rehearsalFolder(file));
  return { ok: true, value: toTried(known, rehearsal) };
};

export const previewBackup: Handler<'backups.preview'> = async (context, input) => {
  const tried = await rehearse(context, input);
  if (!tried.ok) return tried;
  const { known, rehearsal, desks, file, key, copyKey } = tried.value;
  try {
    const compared = await desks.backups.run(
      'compare',
      { database: file, copy: rehearsal.file, key, copyKey },
      context.job,
    );
    if (!compared.ok) return compared;
    const { kinds, sameHistory, changesSince, newest, erasures } = compared.value;
    return {
      ok: true,
      value: {
        ...toTried(known, rehearsal),
        kinds: [...kinds],
        sameHistory,
        changesSince,
        newest: [...newest],
        erasures: erasures.length,
      },
    };
  } finally {
    clearRehearsal(rehearsalFolder(file));
  }
};
