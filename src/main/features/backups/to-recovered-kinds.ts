import type { OperationOutput } from '#shared/contract/contract.ts';
import { COUNTED_KINDS } from '#shared/domain/backups/types.ts';
import type { Recovered } from '../../backup/salvage/recover-database.ts';
import { kindOfTable } from '../../backup/table-kinds.ts';

export type RecoveredKind = OperationOutput<'recovery.preview'>['kinds'][number];

/** What became of each kind of record; everything that belongs to a record of another table is `details`. */
export function toRecoveredKinds({ facts, salvaged }: Recovered): RecoveredKind[] {
  return [...COUNTED_KINDS, 'details' as const].map((kind) => {
    const tables = Object.keys(facts.rows).filter((table) => kindOfTable(table) === kind);
    const merged = (salvaged?.tables ?? []).filter(({ table }) => kindOfTable(table) === kind);
    const sum = (of: (one: (typeof merged)[number]) => number) =>
      merged.reduce((total, one) => total + of(one), 0);
    return {
      kind,
      rows: tables.reduce((total, table) => total + (facts.rows[table] ?? 0), 0),
      added: sum(({ added }) => added),
      newer: sum(({ newer }) => newer),
      keptOlder: sum(({ keptOlder }) => keptOlder),
      lost: sum(({ lost }) => lost),
      orphans: tables.reduce((total, table) => total + (salvaged?.orphans[table] ?? 0), 0),
      removed: sum(({ removed, gaveWay }) => removed + gaveWay),
      // Nothing of the damaged file was read: what there was since the backup cannot be known.
      certain: salvaged !== undefined && merged.every(({ certain }) => certain),
    };
  });
}
