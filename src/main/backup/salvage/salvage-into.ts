import type { Connection } from '../../storage/engines/connection.ts';
import { tableNames } from '../database-facts.ts';
import type { Watch } from '../watch.ts';
import { dropOrphans } from './drop-orphans.ts';
import { keepNumbering, mendHead } from './mend-head.ts';
import { mergeTable, type MergedTable } from './merge-table.ts';

export interface Salvaged {
  readonly tables: readonly MergedTable[];
  /** Rows by table that were read but belong to something that could not be: they are not in the recovered database. */
  readonly orphans: Readonly<Record<string, number>>;
  /** The end of the audit trail had to be found anew from its last row. */
  readonly headMended: boolean;
}

/**
 * Brings `base`, a checked database of this version, to what a damaged one still has: table by table, with references and
 * triggers set aside, then put back and every reference checked. One transaction: all or nothing. Throws what `watch`
 * throws.
 */
export function salvageInto(base: Connection, damaged: Connection, watch: Watch): Salvaged {
  base.pragma('foreign_keys = OFF');
  const names = tableNames(base);
  const work = base.transaction((): Salvaged => {
    const triggers = base
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
      )
      .all();
    for (const { name } of triggers) base.exec(`DROP TRIGGER "${name}"`);
    const tables = names.map((table, at) => {
      watch.progress(at / names.length, 'Reading what the damaged file still has');
      return mergeTable(base, damaged, table, watch);
    });
    const orphans = dropOrphans(base);
    keepNumbering(base, damaged);
    const headMended = mendHead(base);
    for (const { sql } of triggers) base.exec(sql);
    return { tables, orphans, headMended };
  });
  try {
    return work.immediate();
  } finally {
    base.pragma('foreign_keys = ON');
  }
}
