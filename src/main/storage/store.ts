import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Schema } from './schema/schema.ts';
import type { SharedViews } from './schema/shared-views.ts';

/**
 * What repositories query, with the tables of the engine behind it. Typed as the SQLite form; always awaited, so
 * that the PostgreSQL form can stand in.
 */
export type Db = Omit<BetterSQLite3Database, 'transaction' | 'run' | 'all' | 'get' | 'values'> & {
  readonly tables: Schema;
  /**
   * A number that is another one as soon as anything was committed since, by whatever program. Missing where the engine
   * cannot tell, and inside a write.
   */
  readonly dataVersion?: () => number;
  /**
   * Inserts rows of bare values (in the order of `columns`) without building a query for each. Missing where the engine
   * has no such way, and outside a write; `insertRows` chooses.
   */
  readonly insertPrepared?: (
    table: SQLiteTable,
    columns: readonly string[],
    values: readonly (readonly unknown[])[],
  ) => void;
  /** What there is only in a shared database; missing on one PC. */
  readonly shared?: SharedParts;
};

export interface SharedParts {
  readonly views: SharedViews;
  /** The name of the database at its server, which begins every login of it. */
  readonly database: string;
  /** Calls a function of the database's own, `rights.<name>`, and gives its value. */
  readonly call: (name: string, ...values: readonly unknown[]) => Promise<unknown>;
}

/**
 * The only doors to the data. Neither may be opened inside the other: pass the `db` on instead.
 */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** For the status strip: a file's path or a server's name, never credentials. */
  readonly location: string;
  /** Several queries over one unchanging view of the data. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * One transaction: all of `work` or nothing. Rolled back when `work` throws or gives a refused `Result`. Only
   * database calls may be awaited inside, and `work` may run again from its start after all it did was undone (a
   * connection to a server broke). Throws `StoreBusyError` when another program keeps the database locked; with a server
   * `StoreUnreachableError`, or `StoreOutcomeUnknownError` when nobody can say whether it was committed.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Leaves nothing of what was deleted or written over in the file's free space or its log. False when another program
   * is at work and it could not be done now. Missing where the database's server sees to it.
   */
  readonly compact?: (() => Promise<boolean>) | undefined;
  /** Whose login this store uses at the server of a shared database; missing on one PC. */
  readonly login?: StoreLogin | undefined;
  close(): Promise<void>;
}

export interface StoreLogin {
  /** The name of the login, as `users.login_role` has it. */
  readonly name: string;
  /** Whether the server lets this login in with a password. Throws `StoreUnreachableError`. */
  readonly admits: (password: string) => Promise<boolean>;
  /** From now on connections are made with this password: it was changed. */
  readonly changeTo: (password: string) => void;
}

/** Another program held the write lock for longer than we wait; nothing was changed. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

/** The file cannot be used as First Day's database; `message` is a sentence for the user. */
export class StoreUnusableError extends Error {
  override readonly name = 'StoreUnusableError';
}

/** Another file lies where the database was opened; nothing was written. `message` is a sentence for the user. */
export class StoreReplacedError extends Error {
  override readonly name = 'StoreReplacedError';
}

/** The database of this PC is not open at present: it waits for its key, is damaged, or could not be opened again. */
export class StoreNotOpenError extends Error {
  override readonly name = 'StoreNotOpenError';
}

/** The server of a shared database cannot be reached; nothing was changed. `message` is a sentence for the user. */
export class StoreUnreachableError extends Error {
  override readonly name = 'StoreUnreachableError';
}

/**
 * The connection broke at the very moment of a commit and the server did not come back to say what became of it: it may
 * have been done or not.
 */
export class StoreOutcomeUnknownError extends Error {
  override readonly name = 'StoreOutcomeUnknownError';
}
