import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateSqlite } from '../migrations/migrate-sqlite.ts';
import { sqliteSchema } from '../schema/schema.ts';
import { StoreBusyError, StoreUnusableError, type Db, type Store } from '../store.ts';
import { keepStatements } from './kept-statements.ts';
import { notLocalDisk } from './local-disk.ts';
import { preparedInserts } from './prepared-inserts.ts';
import { makeWorkQueue } from './work-queue.ts';

/** How long a write waits for another program's transaction, in milliseconds. */
const WRITE_WAIT = 30_000;

export interface SqliteOptions {
  /** Instant used to name the backup made before a migration, UTC ISO. */
  readonly now: string;
  /** The data key, 64 hexadecimal digits; without one the file is not encrypted. */
  readonly key?: string | undefined;
}

/**
 * Opens (or makes) the database file: WAL, foreign keys, full synchronisation, migrated to this version. Throws
 * `StoreUnusableError` for a folder that cannot be made, a network share, another program's file, or a newer version's
 * database.
 */
export function openSqliteStore(file: string, { now }: SqliteOptions): Store {
  const why = notLocalDisk(file);
  if (why) {
    throw new StoreUnusableError(
      `The database must be on this PC's own disk, but ${why}. Nothing was opened. Choose a local folder, or use a shared database server.`,
    );
  }
  makeFolder(dirname(file));
  migrateSqlite(file, openConnection, now);
  const writer = openConnection(file);
  const reader = openConnection(file);
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

  return {
    engine: 'sqlite',
    location: file,
    read: (work) => enqueueRead(() => inTransaction(reader, () => work(readDb), 'BEGIN')),
    write: (work) =>
      enqueueWrite(async () => {
        await waitForWriteLock(writer);
        return inTransaction(writer, () => work(writeDb));
      }),
    close: async () => {
      await enqueueRead(async () => reader.close());
      await enqueueWrite(async () => writer.close());
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreUnusableError(
      `The folder ${folder} for the database cannot be made. Nothing was opened. Choose a folder you may write to.`,
      { cause: error },
    );
  }
}

function openConnection(file: string): Database.Database {
  const nativeBinding = process.env['FIRST_DAY_SQLITE_BINDING'];
  const connection = new Database(file, { timeout: 10_000, ...(nativeBinding ? { nativeBinding } : {}) });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  return connection;
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
  begin?: 'BEGIN',
): Promise<T> {
  if (begin) connection.exec(begin);
  try {
    const value = await work();
    connection.exec(isRefused(value) ? 'ROLLBACK' : 'COMMIT');
    return value;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
