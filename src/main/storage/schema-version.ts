import { sqliteMigrations } from './migrations/sqlite/sqlite-migrations.ts';

/** The version of the tables that this program makes and reads: the number of migrations. */
export const schemaVersion = sqliteMigrations.length;
