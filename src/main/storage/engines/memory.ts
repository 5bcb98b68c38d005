import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { APPLICATION_ID } from '../application-id.ts';
import { sqliteMigrations } from '../migrations/sqlite/sqlite-migrations.ts';
import { sqliteSchema } from '../schema/schema.ts';
import type { Db, Store } from '../store.ts';
import { isRefused } from './is-refused.ts';
import { openBytes } from './open-connection.ts';
import { makeWorkQueue } from './work-queue.ts';

/** A database that is nowhere but in the memory of this program. */
export interface MemoryStore extends Store {
  /** The whole database as bytes that `openMemoryStore` opens again. Not inside `read` or `write`. */
  bytes(): Buffer;
}

/** Opens what `bytes` gave, or a new and empty database of this version. `location` is for people. */
export function openMemoryStore(location: string, kept?: Buffer): MemoryStore {
  const connection = openBytes(kept);
  if (kept === undefined) makeTables(connection);
  connection.pragma('foreign_keys = ON');
  const db: Db = Object.assign(drizzle(connection), { tables: sqliteSchema });
  // One connection: a reading would else see what a write has half done.
  const enqueue = makeWorkQueue('memory');
  return {
    engine: 'sqlite',
    location,
    read: (work) => enqueue(() => work(db)),
    write: (work) =>
      enqueue(async () => {
        connection.exec('BEGIN');
        try {
          const value = await work(db);
          connection.exec(isRefused(value) ? 'ROLLBACK' : 'COMMIT');
          return value;
        } catch (error) {
          if (connection.inTransaction) connection.exec('ROLLBACK');
          throw error;
        }
      }),
    bytes: () => connection.serialize(),
    close: async () => {
      await enqueue(async () => connection.close());
    },
  };
}

/**
 * Fills an empty database with rows as another one has them: what guards and triggers would work out or refuse was worked
 * out there.
 */
export async function fillMemoryStore(
  location: string,
  fill: (db: Db) => Promise<void>,
): Promise<MemoryStore> {
  const connection = openBytes(undefined);
  makeTables(connection);
  connection.pragma('foreign_keys = OFF');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two columns of SQLite's own table
  const triggers = connection
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all() as readonly { readonly name: string; readonly sql: string }[];
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  connection.exec('BEGIN');
  await fill(Object.assign(drizzle(connection), { tables: sqliteSchema }));
  connection.exec('COMMIT');
  for (const { sql } of triggers) connection.exec(sql);
  const bytes = connection.serialize();
  connection.close();
  return openMemoryStore(location, bytes);
}

function makeTables(connection: Database.Database): void {
  for (const { statements } of sqliteMigrations) for (const one of statements) connection.exec(one);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  const number = sqliteMigrations.length;
  connection.pragma(`user_version = ${number}`);
}
