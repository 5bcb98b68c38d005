import type { Database } from 'better-sqlite3';

/** An open connection to a database file, for what works on whole files: backups, recovery. */
export type Connection = Database;
