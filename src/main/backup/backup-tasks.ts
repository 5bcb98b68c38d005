import { ok, type Result } from '#shared/kernel/result.ts';
import { checkDatabase } from './check-database.ts';
import { compareDatabases, type CompareOrder, type Comparison } from './compare-databases.ts';
import { copyBackup } from './copy-backup.ts';
import { isDamage } from '../storage/is-damage.ts';
import { makeBackup } from './make-backup.ts';
import { withCopy } from './open-copy.ts';
import { rehearseRestore } from './rehearse-restore.ts';
import { recoverDatabase } from './salvage/recover-database.ts';
import type { Watch } from './watch.ts';

interface CheckOrder {
  readonly database: string;
  readonly key: string;
}

/**
 * Work on whole files. Each takes a plain order, blocks its thread for seconds, and gives a plain answer, so that it can
 * run in a thread of its own.
 */
export const backupTasks = {
  make: makeBackup,
  copy: copyBackup,
  rehearse: rehearseRestore,
  recover: recoverDatabase,
  compare: (order: CompareOrder, watch: Watch): Result<Comparison> => ok(compareDatabases(order, watch)),
  /** Reads every page of a database. */
  check: ({ database, key }: CheckOrder): Result<{ readonly wrong: ReturnType<typeof checkDatabase> }> => {
    try {
      return ok({ wrong: withCopy(database, key, checkDatabase) });
    } catch (error) {
      if (isDamage(error)) return ok({ wrong: 'damaged' });
      throw error;
    }
  },
} as const;

export type BackupTasks = typeof backupTasks;

export type BackupTask = keyof BackupTasks;

/** Runs one of them, here or in a thread of its own. Rejects with what `watch` throws, and with faults of the program. */
export type RunBackupTask = <N extends BackupTask>(
  task: N,
  order: Parameters<BackupTasks[N]>[0],
  watch: Watch,
) => Promise<ReturnType<BackupTasks[N]>>;

/** In this thread: for the command line, and for tests. */
export const runTaskHere: RunBackupTask = async (task, order, watch) => {
  // The order is the task's own by its type; the table's functions only look like one of several to the compiler.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const work = backupTasks[task] as (
    given: typeof order,
    seen: Watch,
  ) => ReturnType<BackupTasks[typeof task]>;
  return work(order, watch);
};
