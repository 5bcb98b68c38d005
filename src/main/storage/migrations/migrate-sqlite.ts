import type Database from 'better-sqlite3';
import { existsSync, rmSync } from 'node:fs';
import { explainDisk } from '../../platform/explain-disk.ts';
import { APPLICATION_ID } from '../application-id.ts';
import { StoreUnusableError } from '../store.ts';
import type { Migration } from './migration.ts';
import { sqliteMigrations } from './sqlite/sqlite-migrations.ts';

/**
 * Makes a backup of the open file before its tables are changed and gives its name for the messages; undefined when none
 * is needed. Throws `StoreUnusableError` when it cannot be made: then nothing is changed.
 */
export type BackUpFirst = (
  connection: Database.Database,
  file: string,
  version: number,
  now: string,
) => string | undefined;

interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Left out: a copy beside the file, encrypted with the same key. */
  readonly backUp?: BackUpFirst | undefined;
}

/**
 * Brings the file to this version: refuses what is not ours or is newer, backs up first, then one transaction a
 * migration with foreign keys off outside it (inside a transaction that switch does nothing, and rebuilding a
 * table would cascade), row counts and foreign keys checked before the commit. On any error the file stays at the
 * last whole version and the error says where the backup is.
 */
export function migrateSqlite(
  file: string,
  open: (file: string) => Database.Database,
  now: string,
  { migrations = sqliteMigrations, backUp = copyBeside }: MigrateOptions = {},
): void {
  const existed = existsSync(file);
  const connection = openOrExplain(file, open);
  try {
    const version = checkOwner(connection, file, migrations.length);
    if (version === migrations.length) return;
    const backup = existed && version > 0 ? backUp(connection, file, version, now) : undefined;
    connection.pragma('foreign_keys = OFF');
    for (let next = version + 1; next <= migrations.length; next += 1) {
      const migration = migrations[next - 1];
      if (migration) applyOne(connection, next, migration, backup);
    }
  } finally {
    connection.close();
  }
}

function openOrExplain(file: string, open: (file: string) => Database.Database): Database.Database {
  try {
    return open(file);
  } catch (error) {
    const cause = explainDisk(error);
    throw new StoreUnusableError(
      cause === undefined
        ? `The file ${file} is not a First Day database or is damaged. It was left as it is. Choose another file or restore a backup.`
        : `The database ${file} cannot be opened: ${cause}. It was left as it is. Put that right, then start again.`,
      { cause: error },
    );
  }
}

function checkOwner(connection: Database.Database, file: string, newest: number): number {
  const owner = Number(connection.pragma('application_id', { simple: true }));
  const version = Number(connection.pragma('user_version', { simple: true }));
  const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (owner !== APPLICATION_ID && (tables > 0 || version > 0)) {
    throw new StoreUnusableError(
      `The file ${file} belongs to another program. It was left as it is. Choose another file.`,
    );
  }
  if (version > newest) {
    throw new StoreUnusableError(
      `The database ${file} was made by a newer version of First Day (data version ${version}, this program knows ${newest}). It was left as it is. Install the newer version.`,
    );
  }
  return version;
}

function copyBeside(connection: Database.Database, file: string, version: number, now: string): string {
  const name = `${file}.before-v${version + 1}-${now.replaceAll(/[^0-9]/g, '')}`;
  let backup = `${name}.bak`;
  for (let copy = 2; existsSync(backup); copy += 1) backup = `${name}-${copy}.bak`;
  try {
    connection.prepare('VACUUM INTO ?').run(backup);
    return backup;
  } catch (error) {
    // What there is of it could be taken for a backup.
    rmSync(backup, { force: true });
    throw new StoreUnusableError(
      `The database ${file} must be updated, but no backup could be made before: ${explainDisk(error) ?? 'the file could not be copied'}. It was left as it is. Put that right, then start again.`,
      { cause: error },
    );
  }
}

function applyOne(
  connection: Database.Database,
  number: number,
  migration: Migration,
  backup?: string,
): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
    // Another program may have done this step while we waited for the lock.
    if (Number(connection.pragma('user_version', { simple: true })) >= number) {
      connection.exec('ROLLBACK');
      return;
    }
    const before = rowCounts(connection);
    for (const statement of migration.statements) connection.exec(statement);
    checkRowsKept(before, rowCounts(connection), migration.mayShrink ?? []);
    const broken = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`${broken.length} broken references`);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${number}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    const cause = explainDisk(error);
    throw new StoreUnusableError(
      `Updating the database stopped at step ${number} (${migration.name})${cause === undefined ? '' : `: ${cause}`}. It was left at version ${number - 1}, unchanged.` +
        (backup ? ` A backup from before the update is ${backup}.` : ''),
      { cause: error },
    );
  }
}

function rowCounts(connection: Database.Database): ReadonlyMap<string, number> {
  const names = connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all();
  return new Map(
    names.map((name) => [
      String(name),
      Number(
        connection
          .prepare(`SELECT count(*) FROM "${String(name)}"`)
          .pluck()
          .get(),
      ),
    ]),
  );
}

function checkRowsKept(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  mayShrink: readonly string[],
): void {
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left < rows && !mayShrink.includes(table)) {
      throw new Error(`table ${table} would lose ${rows - left} of ${rows} rows`);
    }
  }
}
