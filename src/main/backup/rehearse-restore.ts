import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { openConnection } from '../storage/engines/open-connection.ts';
import { migrateSqlite } from '../storage/migrations/migrate-sqlite.ts';
import { schemaVersion } from '../storage/schema-version.ts';
import { StoreUnusableError } from '../storage/store.ts';
import { BACKUP_FILES } from './backup-places.ts';
import { checkDatabase } from './check-database.ts';
import { databaseFacts, type DatabaseFacts } from './database-facts.ts';
import { explainDisk } from '../platform/explain-disk.ts';
import { hashFile } from './hash-file.ts';
import { isDamage } from '../storage/is-damage.ts';
import type { Backup } from './list-backups.ts';
import { withCopy } from './open-copy.ts';
import type { Watch } from './watch.ts';

export interface RehearsalOrder {
  readonly backup: Backup;
  /** The data key that the backup is encrypted with, and the one that the copy is to have. */
  readonly backupKey: string;
  readonly key: string;
  /** An empty folder for the copy is made here. */
  readonly folder: string;
  readonly now: string;
}

export interface Rehearsal {
  /** The checked copy: this version's tables, the present key, one file. */
  readonly file: string;
  readonly facts: DatabaseFacts;
  /** Whether the copy had to be brought to this version's tables. */
  readonly migrated: boolean;
}

/** Where rehearsed copies lie: beside the database, on the same disk, so that one can be put in its place by renaming. */
export const rehearsalFolder = (database: string): string => join(dirname(database), 'restore.part');

/**
 * Tries a backup without touching anything else: copied, compared by its hash, opened, brought to this version, given
 * the present key, checked and counted. Refused with a sentence for a backup that was altered or is damaged
 * (`unreadable-file`), one under another key (`not-open`), a newer version's, or when the disk is full. Throws what
 * `watch` throws. Blocks its thread for seconds.
 */
export function rehearseRestore(order: RehearsalOrder, watch: Watch): Result<Rehearsal> {
  const { backup, folder } = order;
  if (backup.about.schemaVersion > schemaVersion) {
    return refuse(
      'refused',
      `This backup was made by a newer version of First Day (${backup.about.program}). Nothing was changed. Install that version, then restore it.`,
    );
  }
  const file = join(folder, BACKUP_FILES.database);
  try {
    clearRehearsal(folder);
    mkdirSync(folder, { recursive: true });
    watch.progress(0.05, 'Copying the backup');
    copyFileSync(join(backup.folder, BACKUP_FILES.database), file);
    watch.progress(0.2, 'Checking the backup');
    if (hashFile(file, watch) !== backup.about.sha256)
      return give(folder, refuse('unreadable-file', ALTERED));
    watch.checkCancelled();
    const migrated = prepare(file, order);
    watch.checkCancelled();
    watch.progress(0.5, 'Checking the backup');
    const facts = withCopy(file, order.key, (copy) =>
      checkDatabase(copy) === undefined ? databaseFacts(copy) : undefined,
    );
    if (!facts) return give(folder, refuse('unreadable-file', ALTERED));
    return { ok: true, value: { file, facts, migrated } };
  } catch (error) {
    const sentence = explain(error);
    clearRehearsal(folder);
    if (sentence) return sentence;
    throw error;
  }
}

/** Removes a rehearsed copy that is not needed any more. */
export function clearRehearsal(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function give(folder: string, answer: Result<never>): Result<never> {
  clearRehearsal(folder);
  return answer;
}

const ALTERED =
  'This backup is damaged or was altered after it was made: it was not used, and nothing was changed. Choose another one.';

/** Brings the copy to the present key and this version's tables, in one file without a log beside it. */
function prepare(file: string, { backupKey, key, now }: RehearsalOrder): boolean {
  const writable = { readonly: false };
  if (backupKey !== key) {
    withCopy(
      file,
      backupKey,
      (copy) => {
        copy.pragma('journal_mode = DELETE');
        copy.pragma(`rekey = 'raw:${key}'`);
      },
      writable,
    );
  }
  const before = withCopy(file, key, (copy) => Number(copy.pragma('user_version', { simple: true })));
  migrateSqlite(file, (path) => openConnection(path, key), now, { backUp: () => undefined });
  withCopy(
    file,
    key,
    (copy) => {
      copy.pragma('wal_checkpoint(TRUNCATE)');
      copy.pragma('journal_mode = DELETE');
    },
    writable,
  );
  return before < schemaVersion;
}

function explain(error: unknown): Result<never> | undefined {
  if (error instanceof StoreUnusableError) return refuse('unreadable-file', error.message);
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
    return refuse(
      'not-open',
      'This backup is encrypted with another key. Nothing was changed. Give the recovery key that belongs to it.',
    );
  }
  if (isDamage(error)) return refuse('unreadable-file', ALTERED);
  const cause = explainDisk(error);
  return cause === undefined
    ? undefined
    : refuse('refused', `The backup could not be tried: ${cause}. Nothing was changed.`);
}
