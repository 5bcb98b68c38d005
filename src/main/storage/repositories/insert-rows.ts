import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../store.ts';
import { insertAll } from './insert-all.ts';

/** Rows as bare values in the order of `columns`: what is quickest to hand from thread to thread and to the database. */
export interface BareRows<T extends SQLiteTable> {
  readonly columns: readonly (keyof T['$inferInsert'] & string)[];
  readonly values: readonly (readonly unknown[])[];
}

/** Inserts bare rows: with one prepared statement where the engine has such a way, else many to a statement. */
export async function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  { columns, values }: BareRows<T>,
): Promise<void> {
  if (db.insertPrepared) {
    db.insertPrepared(table, columns, values);
    return;
  }
  const rows = values.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  // The columns are the table's own, and the values stand in their order.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  await insertAll(db, table, rows as T['$inferInsert'][]);
}
