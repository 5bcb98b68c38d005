import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** Below the engines' limit of parameters in one statement (PostgreSQL 65,535, SQLite 32,766). */
const MAX_PARAMETERS = 20_000;

/** Inserts any number of rows, many to a statement. Every row must name the same columns. */
export async function insertAll<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  for (const chunk of inChunks(rows, Math.max(1, Math.floor(MAX_PARAMETERS / Math.max(columns, 1))))) {
    await db.insert(table).values([...chunk]);
  }
}
