import { sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** A statement that changed a table without a row in the audit trail. */
export interface SqlChange {
  /** UTC ISO, by the server's clock. */
  readonly at: string;
  readonly login: string;
  /** What the program called itself, and where it was. */
  readonly program: string | null;
  readonly address: string | null;
  readonly table: string;
  readonly change: 'insert' | 'update' | 'delete' | 'truncate';
}

/**
 * Changes past the app that the login may see (`sql-changes.ts`): those by people of its workspace, the newest first,
 * `limit` at most. Only for `engine: 'postgres'`.
 */
export const readSqlChanges = async (db: Db, limit: number): Promise<readonly SqlChange[]> =>
  db
    .select({
      at: sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      login: sql<string>`login`,
      program: sql<string | null>`nullif(program, '')`,
      address: sql<string | null>`host(address)`,
      table: sql<string>`table_name`,
      change: sql<SqlChange['change']>`change`,
    })
    .from(sql`rights.sql_changes`)
    .orderBy(sql`sql_changes.at DESC, sql_changes.table_name, sql_changes.change`)
    .limit(limit);
