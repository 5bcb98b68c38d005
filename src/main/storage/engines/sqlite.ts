import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateSqlite, type BackUpFirst } from '../migrations/migrate-sqlite.ts';
import { sqliteSchema } from '../schema/schema.ts';
import { keepStatements } from './kept-statements.ts';
import { StoreBusyError, StoreReplacedError, type Db, type Store } from '../store.ts';
import { fileIdentity, type FileIdentity } from './file-identity.ts';
import { isBusy } from './is-busy.ts';
import { isRefused } from './is-refused.ts';
import { openConnection, type OpenConnection } from './open-connection.ts';
import { prepareFolder } from './prepare-folder.ts';
import { preparedInserts } from './prepared-inserts.ts';
import { makeWorkQueue } from './work-queue.ts';

/** How long a write waits for another program's transaction, in milliseconds. */
const WRITE_WAIT = 30_000;

export interface SqliteOptions {
  /** Instant used to name the backup made before a migration, UTC ISO. */
  readonly now: string;
  /** The data key, 64 hexadecimal digits. */
  readonly key: string;
  /** How a backup is made before a migration; left out: a copy beside the file. */
  readonly backUp?: BackUpFirst | undefined;
}

/**
 * Opens (or makes) the encrypted database file: WAL, foreign keys, full synchronisation, migrated to this version. Throws
 * `StoreUnusableError` for a folder that cannot be made, a network share, another program's file, another key, or a newer
 * version's database.
 */
export function openSqliteStore(file: string, { now, key, backUp }: SqliteOptions): Store {
  return makeSqliteStore(file, now, (path) => openConnection(path, key), backUp);
}

/** A store over connections that are opened so; `now` is UTC ISO. */
export function makeSqliteStore(
  file: string,
  now: string,
  open: OpenConnection,
  backUp?: BackUpFirst,
): Store {
  prepareFolder(file);
  migrateSqlite(file, open, now, { backUp });
  const identity = fileIdentity(file);
  const writer = open(file);
  const reader = open(file);
  checkStillThere(file, identity);
  // Waiting inside SQLite would stop the whole process; `beginImmediate` waits without blocking instead.
  writer.pragma('busy_timeout = 0');
  reader.pragma('query_only = ON');
  const writeDb: Db = Object.assign(drizzle(keepStatements(writer)), {
    tables: sqliteSchema,
    insertPrepared: preparedInserts(writer),
  });
  const readDb: Db = Object.assign(drizzle(keepStatements(reader)), {
    tables: sqliteSchema,
    dataVersion: () => Number(reader.pragma('data_version', { simple: true })),
  });
  const enqueueWrite = makeWorkQueue('write');
  const enqueueRead = makeWorkQueue('read');
  const check = () => checkStillThere(file, identity);

  return {
    engine: 'sqlite',
    location: file,
    read: (work) =>
      enqueueRead(async () => {
        reader.exec('BEGIN');
        return inTransaction(reader, () => work(readDb), check);
      }),
    write: (work) =>
      enqueueWrite(async () => {
        await waitForWriteLock(writer);
        return inTransaction(writer, () => work(writeDb), check);
      }),
    compact: () => enqueueWrite(async () => compactFile(writer)),
    close: async () => {
      await enqueueRead(async () => reader.close());
      await enqueueWrite(async () => {
        checkpoint(writer);
        writer.close();
      });
    },
  };
}

/** What was written goes from the WAL into the file, so that the file alone is the database, unless another program reads. */
function checkpoint(writer: Database.Database): void {
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Whoever closes last, or opens next, does it; nothing is lost meanwhile.
  }
}

/** A restored backup or a change of the key puts another file in its place: what is open is then no longer the database. */
function checkStillThere(file: string, opened: FileIdentity): void {
  if (fileIdentity(file) === opened) return;
  throw new StoreReplacedError(
    'The database was replaced by another one (a backup was restored, or its key was changed). Nothing was written. Start First Day again.',
  );
}

async function waitForWriteLock(writer: Database.Database): Promise<void> {
  const started = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - started > WRITE_WAIT) {
        throw new StoreBusyError('Another program kept the database busy.', { cause: error });
      }
      // An uneven pause keeps two waiting programs from meeting again at the same moment.
      await sleep(1 + (attempt % 5) * 2 + Math.random() * 4);
    }
  }
}

async function inTransaction<T>(
  connection: Database.Database,
  work: () => Promise<T>,
  check: () => void,
): Promise<T> {
  try {
    check();
    const value = await work();
    connection.exec(isRefused(value) ? 'ROLLBACK' : 'COMMIT');
    return value;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** A database is copied into a new, dense form in place: nothing of what was erased stays in unused pages or the WAL. */
function compactFile(writer: Database.Database): boolean {
  try {
    writer.exec('VACUUM');
    // One row of three numbers, the first of which says whether somebody was in the way.
    return Number(writer.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
