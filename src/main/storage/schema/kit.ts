import { sql, type SQL } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/**
 * The column builders that the one description of the tables is written in, SQLite form. Plain dates are TEXT
 * `YYYY-MM-DD`, instants UTC ISO text, yes/no and JSON what the engine has for them.
 */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>(),
  sequence: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  primaryKey: sqlite.primaryKey,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  check: sqlite.check,
  /** A yes/no column that is no, for the condition of an index. */
  isFalse: (column: sqlite.AnySQLiteColumn): SQL => sql`${sql.identifier(column.name)} = 0`,
};

export type Kit = typeof sqliteKit;

/** The same builders in PostgreSQL form; the cast is the one place where the engines' types are equated. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tests compare the two forms column by column
export const postgresKit = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.integer(name),
  boolean: (name: string) => pg.boolean(name),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  sequence: (name: string) => pg.integer(name).primaryKey().generatedByDefaultAsIdentity(),
  primaryKey: pg.primaryKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
  isFalse: (column: { readonly name: string }): SQL => sql`NOT ${sql.identifier(column.name)}`,
} as unknown as Kit;
