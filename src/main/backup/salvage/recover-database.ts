import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { openConnection } from '../../storage/engines/open-connection.ts';
import { migrateSqlite } from '../../storage/migrations/migrate-sqlite.ts';
import { BACKUP_FILES } from '../backup-places.ts';
import { checkDatabase } from '../check-database.ts';
import { databaseFacts, type DatabaseFacts } from '../database-facts.ts';
import { explainDisk } from '../../platform/explain-disk.ts';
import type { Backup } from '../list-backups.ts';
import { withCopy } from '../open-copy.ts';
import { rehearseRestore } from '../rehearse-restore.ts';
import type { Watch } from '../watch.ts';
import { openDamaged } from './open-damaged.ts';
import { salvageInto, type Salvaged } from './salvage-into.ts';

export interface RecoverOrder {
  /** The damaged file, which stays as it is; there may be none any more. */
  readonly damaged: string;
  /** Its data key, which the recovered database has too. */
  readonly key: string;
  /** The newest good backup, and the key that opens it; none: whatever can be read of the damaged file alone. */
  readonly backup: Backup | undefined;
  readonly backupKey: string;
  /** Where the recovered database is made: beside the damaged one. */
  readonly folder: string;
  readonly now: string;
}

export interface Recovered {
  /** The recovered database: checked, this version's tables, closed, in one file. */
  readonly file: string;
  readonly facts: DatabaseFacts;
  /** What was read of the damaged file; undefined when nothing of it could be. */
  readonly salvaged: Salvaged | undefined;
}

/** Where a recovered database is made, beside the damaged one. */
export const recoveryFolder = (database: string): string => join(dirname(database), 'recovery.part');

/**
 * Makes a database from the newest good backup and what a damaged file still has. Touches neither. Refused with a
 * sentence when the backup cannot be used (try the one before it), when there is nothing to make one from, or when the
 * disk is full. Blocks its thread for seconds, for minutes where much is damaged. Throws what `watch` throws.
 */
export function recoverDatabase(order: RecoverOrder, watch: Watch): Result<Recovered> {
  const { folder, key } = order;
  try {
    const base = makeBase(order, watch);
    if (!base.ok) return base;
    const file = base.value;
    const copy = join(folder, 'damaged.db');
    const damaged = openDamaged(order.damaged, copy, key);
    let salvaged: Salvaged | undefined;
    if (damaged) {
      try {
        salvaged = salvage(file, key, damaged, watch);
      } finally {
        damaged.close();
      }
    }
    for (const part of ['', '-wal', '-shm']) rmSync(copy + part, { force: true });
    if (!salvaged && !order.backup) {
      return refuse(
        'not-found',
        'Nothing can be read of the damaged file, and there is no backup beside it. Choose a folder with backups.',
      );
    }
    const facts = withCopy(file, key, (made) =>
      checkDatabase(made) === undefined ? databaseFacts(made) : undefined,
    );
    if (!facts)
      return refuse(
        'internal',
        'The recovered database did not stand its own check and was not used. The damaged file and the backups are as they were. Report this.',
      );
    return ok({ file, facts, salvaged });
  } catch (error) {
    const cause = explainDisk(error);
    if (cause === undefined) throw error;
    return refuse(
      'refused',
      `The recovery stopped: ${cause}. The damaged file and the backups are as they were.`,
    );
  }
}

/** The rehearsed backup, or without one an empty database of this version. */
function makeBase({ backup, backupKey, key, folder, now }: RecoverOrder, watch: Watch): Result<string> {
  if (backup) {
    const rehearsed = rehearseRestore({ backup, backupKey, key, folder, now }, watch);
    return rehearsed.ok ? ok(rehearsed.value.file) : rehearsed;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, BACKUP_FILES.database);
  migrateSqlite(file, (path) => openConnection(path, key), now);
  return ok(file);
}

function salvage(
  file: string,
  key: string,
  damaged: Parameters<typeof salvageInto>[1],
  watch: Watch,
): Salvaged {
  return withCopy(
    file,
    key,
    (base) => {
      base.pragma('journal_mode = DELETE');
      base.pragma('synchronous = FULL');
      return salvageInto(base, damaged, watch);
    },
    { readonly: false },
  );
}
