import type Database from 'better-sqlite3';
import { openConnection } from '#main/storage/engines/open-connection.ts';
import { TEST_KEY } from '../../builders/test-key.ts';

export type RawRow = Readonly<Record<string, unknown>>;

/** The bare driver with the settings that the application uses, on a test's encrypted database. */
export const openRaw = (file: string): Database.Database => openConnection(file, TEST_KEY);

/** Every row of a table as the driver stores it, ready to be inserted elsewhere. */
export function rawRows(file: string, table: string): readonly RawRow[] {
  const database = openRaw(file);
  try {
    return database.prepare<[], RawRow>(`SELECT * FROM ${table}`).all();
  } finally {
    database.close();
  }
}

/** Inserts one row at a time with a prepared statement, as quickly as the driver can. */
export function rawInserter(database: Database.Database, table: string, like: RawRow): (row: RawRow) => void {
  const columns = Object.keys(like);
  const statement = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  return (row) => void statement.run(row);
}
