import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { instantName } from '../../backup/backup-places.ts';
import { clearRehearsal } from '../../backup/rehearse-restore.ts';
import { recoveryFolder, type Recovered } from '../../backup/salvage/recover-database.ts';
import { syncFile } from '../../storage/engines/sync-disk.ts';
import { swapDatabase } from '../../storage/engines/swap-database.ts';
import { saveKeyFile } from '../../security/keys/key-file-place.ts';
import type { Context, Handler } from '../context.ts';
import { desksOf, type Desks } from './desk.ts';
import { keyOfBackup } from './key-of-backup.ts';
import { knownBackups, listed, type KnownBackup } from './known-backups.ts';
import { noteRecovery } from './note-recovery.ts';
import { recoveryKeys, type RecoveryKeys } from './recovery-keys.ts';
import { recoveryReport } from './recovery-report.ts';
import { toRecoveredKinds } from './to-recovered-kinds.ts';

type Input = ParsedInput<'recovery.recover'>;

/** Backups tried, from the newest on, before a recovery goes on with what the damaged file alone has. */
const TRIED = 5;

export const chooseFolder: Handler<'recovery.choose-folder'> = async ({ files }) => {
  const path = await files.chooseFolder();
  if (path === undefined) return refuse('cancelled', 'No folder was chosen.');
  const { fileId, name } = files.register(path);
  return ok({ folder: fileId, name });
};

export const recoveryStatus: Handler<'recovery.status'> = async (context, { folder }) => {
  const desks = desksOf(context);
  if (!desks.ok) return ok({ damaged: false, keyKnown: false, backups: 0 });
  const { office, backups } = desks.value;
  const standing = office.standing();
  if (standing.state !== 'damaged') return ok({ damaged: false, keyKnown: true, backups: 0 });
  const known = wholeOnes(context, desks.value, folder);
  const keys = await recoveryKeys(office, known[0], undefined, backups.system);
  const [newest] = known;
  return ok({
    damaged: true,
    why: standing.why,
    keyKnown: keys.ok,
    backups: known.length,
    ...(newest ? { newest: listed(newest.place, newest.backup) } : {}),
  });
};

export const previewRecovery: Handler<'recovery.preview'> = async (context, input) => {
  const made = await recover(context, input);
  if (!made.ok) return made;
  const { desks, recovered, from } = made.value;
  clearRehearsal(recoveryFolder(desks.office.file));
  return ok(told(recovered, from));
};

export const recoverNow: Handler<'recovery.recover'> = async (context, input) => {
  const made = await recover(context, input);
  if (!made.ok) return made;
  const { desks, recovered, from, keys } = made.value;
  const { file } = desks.office;
  const now = context.clock.now();
  const keepAs = `${file}.damaged-${instantName(now)}`;
  const had = existsSync(file);
  const outcome = told(recovered, from);
  const report = `${file}.recovered-${instantName(now)}.txt`;
  writeFileSync(report, recoveryReport(outcome, { at: now, setAside: had ? basename(keepAs) : undefined }));
  syncFile(report);
  await noteRecovery(context, recovered.file, keys.key, outcome, now);
  // What is left of the old file goes aside with its log: nothing is written over.
  swapDatabase(file, recovered.file, { key: undefined, keepAs });
  if (keys.restoreKeyFile) saveKeyFile(file, keys.restoreKeyFile);
  clearRehearsal(recoveryFolder(file));
  await desks.office.reopen();
  return ok({ ...outcome, report: basename(report), ...(had ? { setAside: basename(keepAs) } : {}) });
};

interface Made {
  readonly desks: Desks;
  readonly recovered: Recovered;
  readonly from: KnownBackup | undefined;
  readonly keys: RecoveryKeys;
}

/** Makes the recovered database beside the damaged one, from the newest backup that stands its rehearsal. */
async function recover(context: Context, { folder, secret }: Input): Promise<Result<Made>> {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { office, backups } = desks.value;
  if (office.standing().state !== 'damaged')
    return refuse(
      'refused',
      'The database is not damaged: there is nothing to recover. To go back to an earlier state, restore a backup.',
    );
  const known = wholeOnes(context, desks.value, folder);
  const keys = await recoveryKeys(office, known[0], secret, backups.system);
  if (!keys.ok) return keys;
  const order = {
    damaged: damagedFile(office.file),
    key: keys.value.key,
    folder: recoveryFolder(office.file),
    now: context.clock.now(),
  };
  let refused: Result<never> | undefined;
  for (const from of [...known.slice(0, TRIED), undefined]) {
    const backupKey = from
      ? await keyOfBackup(from.backup, [order.key], secret, backups.system)
      : ok(order.key);
    if (!backupKey.ok) {
      refused ??= backupKey;
      continue;
    }
    const recovered = await backups.run(
      'recover',
      { ...order, backup: from?.backup, backupKey: backupKey.value },
      context.job,
    );
    if (recovered.ok) return ok({ desks: desks.value, recovered: recovered.value, from, keys: keys.value });
    refused ??= recovered;
  }
  return refused ?? refuse('not-found', 'There is nothing to recover from.');
}

/** The file, or when it is gone altogether the newest one that an earlier recovery set aside. */
function damagedFile(file: string): string {
  if (existsSync(file)) return file;
  const aside = readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.damaged-`) && !/-(wal|shm|journal)$/.test(name))
    .toSorted()
    .at(-1);
  return aside === undefined ? file : join(dirname(file), aside);
}

const wholeOnes = (
  { files }: Context,
  { office, backups }: Desks,
  folder: string | undefined,
): readonly KnownBackup[] => knownBackups(office.file, backups, files, folder).filter(({ whole }) => whole);

const told = (recovered: Recovered, from: KnownBackup | undefined) => ({
  ...(from ? { backupAt: from.at } : {}),
  readable: recovered.salvaged !== undefined,
  kinds: toRecoveredKinds(recovered),
});
