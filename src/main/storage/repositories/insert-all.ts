import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** Below the engines' limit of parameters in one statement (PostgreSQL 65,535, SQLite 32,766). */
const MAX_PARAMETERS = 20_000;

/**
 * Inserts any number of rows of plain values: with one prepared statement where the engine has such a way, else many to
 * a statement. A column that a row does not name is empty.
 */
export async function insertAll<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (db.insertPrepared && columns.length > 0) {
    const named: readonly Readonly<Record<string, unknown>>[] = rows;
    db.insertPrepared(
      table,
      columns,
      named.map((row) => columns.map((column) => row[column])),
    );
    return;
  }
  for (const chunk of inChunks(rows, Math.max(1, Math.floor(MAX_PARAMETERS / Math.max(columns.length, 1))))) {
    await db.insert(table).values([...chunk]);
  }
}
