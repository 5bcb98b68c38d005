import type { Result } from '#shared/kernel/result.ts';
import { backupsFolder } from '../../backup/backup-places.ts';
import type { Backup } from '../../backup/list-backups.ts';
import { clearRehearsal, rehearsalFolder } from '../../backup/rehearse-restore.ts';
import { writeAudit } from '../../security/audit.ts';
import type { KeyFile } from '../../security/keys/key-file.ts';
import { announceKeyFile, readKeyFile, saveKeyFile } from '../../security/keys/key-file-place.ts';
import { openSqliteStore } from '../../storage/engines/sqlite.ts';
import { swapDatabase } from '../../storage/engines/swap-database.ts';
import { readErasures, type Erasure } from '../../storage/repositories/retention.ts';
import type { Context, Handler } from '../context.ts';
import { repeatErasures } from '../repeat-erasures.ts';
import { listed } from './known-backups.ts';
import { rehearse, type Rehearsed } from './rehearse.ts';
import { toTried } from './to-tried.ts';

/**
 * Restores: the backup is rehearsed, then nobody works while a backup of the present state is made (the way back) and the
 * rehearsed copy, with its row in the audit trail and the erasures since repeated, takes the database's place. When any
 * of it fails the database stays as it was.
 */
export const restoreBackup: Handler<'backups.restore'> = async (context, input) => {
  const tried = await rehearse(context, input);
  if (!tried.ok) return tried;
  const { known, rehearsal, desks, file, takeKeys } = tried.value;
  const { backups, office } = desks;
  try {
    const restored = await office.whileClosed(async ({ key }) => {
      const now = context.clock.now();
      context.job.progress(0.7, 'Making a backup of what is there now');
      const order = {
        database: file,
        key,
        reason: 'before-restore' as const,
        now,
        program: context.program.version,
      };
      const before = await backups.run('make', order, context.job);
      if (!before.ok) return before;
      const erasures = await erasuresOf(file, key, now);
      const prepared = await prepare(context, tried.value, before.value, erasures);
      context.job.progress(0.95, 'Putting the backup in place');
      swapWithKeys(file, rehearsal.file, key, takeKeys);
      return { ok: true as const, value: { before: before.value, repeated: prepared } };
    });
    if (!restored.ok) return restored;
    const { before, repeated } = restored.value;
    return {
      ok: true,
      value: {
        ...toTried(known, rehearsal),
        wayBack: listed('first', before).backupId,
        erasuresRepeated: repeated,
      },
    };
  } finally {
    clearRehearsal(rehearsalFolder(file));
  }
};

/** A power cut at any moment leaves a copy of the key file that opens the database which lies there. */
function swapWithKeys(file: string, next: string, key: string, takeKeys: KeyFile | undefined): void {
  const present = readKeyFile(file);
  if (takeKeys) announceKeyFile(file, takeKeys);
  try {
    swapDatabase(file, next, { key });
  } catch (error) {
    if (takeKeys && present) saveKeyFile(file, present);
    throw error;
  }
  if (takeKeys) saveKeyFile(file, takeKeys);
}

/** The erasures that the present database knows of. */
async function erasuresOf(file: string, key: string, now: string): Promise<readonly Erasure[]> {
  const store = openSqliteStore(file, { now, key });
  try {
    return await store.read(readErasures);
  } finally {
    await store.close();
  }
}

/** Writes into the rehearsed copy what has to be in it when it becomes the database. */
async function prepare(
  context: Context,
  { known, rehearsal, copyKey, file }: Rehearsed,
  before: Backup,
  erasures: readonly Erasure[],
): Promise<number> {
  const { session, clock } = context;
  const at = clock.now();
  const store = openSqliteStore(rehearsal.file, { now: at, key: copyKey });
  try {
    const written = await store.write(async (db): Promise<Result<number>> => {
      const repeated = await repeatErasures(db, erasures, { session, at });
      const detail = {
        backup: known.backup.name,
        from: known.place,
        madeAt: known.at,
        sha256: known.backup.about.sha256,
        replaced: { backup: before.name, auditHead: before.about.auditHead },
        folder: known.place === 'first' ? backupsFolder(file) : known.backup.folder,
        repeated,
      };
      await writeAudit(db, session, 'backups.restore', at, [
        { subjectType: 'database', subjectId: known.backup.name, detail },
      ]);
      return { ok: true, value: repeated };
    });
    return written.ok ? written.value : 0;
  } finally {
    await store.close();
  }
}
