import type { Connection } from '../../storage/engines/connection.ts';
import { quoted } from '../table-columns.ts';

interface Violation {
  readonly table: string;
  readonly number: number;
}

/**
 * Removes rows whose reference leads nowhere, because what they belong to could not be read, until every reference holds.
 * Gives how many of which table. Nothing refers to a row without its key, so this ends.
 */
export function dropOrphans(base: Connection): Readonly<Record<string, number>> {
  const dropped: Record<string, number> = {};
  for (;;) {
    const violations = base
      .prepare<[], Violation>('SELECT DISTINCT "table", rowid AS number FROM pragma_foreign_key_check')
      .all();
    if (violations.length === 0) return dropped;
    for (const { table, number } of violations) {
      base.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(number);
      dropped[table] = (dropped[table] ?? 0) + 1;
    }
  }
}
