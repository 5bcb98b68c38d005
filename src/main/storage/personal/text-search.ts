import { isNotNull, or, sql, and, type Column, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** A column as text, of whatever engine, contains one of the texts. Case of plain letters may not matter (SQLite). */
export const containsOne = (column: Column, needles: readonly string[]): SQL | undefined =>
  or(
    ...needles.map(
      (needle) => sql`CAST(${column} AS text) LIKE ${`%${needle.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`,
    ),
  );

/** Ids of the audit rows whose detail contains one of the texts. Reads every detail. */
export async function detailsWith(db: Db, needles: readonly string[]): Promise<readonly number[]> {
  if (needles.length === 0) return [];
  const { audit } = db.tables;
  const rows = await db
    .select({ id: audit.id })
    .from(audit)
    .where(and(isNotNull(audit.detail), containsOne(audit.detail, needles)));
  return rows.map(({ id }) => id);
}
