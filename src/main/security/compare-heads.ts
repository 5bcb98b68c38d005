import type { Finding, KnownHead } from '#shared/domain/audit/types.ts';
import type { StoredAuditRow } from '../storage/repositories/audit-rows.ts';

/** A restored backup: what came after it belongs to a trail that was given up on purpose. */
const RESTORING = 'backups.restore';

/**
 * Compares ends of the chain that are written in backups with the rows as they pass. An end that a later restore gave
 * up is none of them.
 */
export function compareHeads(heads: readonly KnownHead[]): {
  pass(row: StoredAuditRow): void;
  rest(): readonly Finding[];
} {
  const byId = new Map<number, KnownHead[]>();
  // A backup of an empty trail says nothing about it.
  for (const head of heads.filter(({ length }) => length > 0))
    byId.set(head.lastId, [...(byId.get(head.lastId) ?? []), head]);
  const restores: { readonly id: number; readonly at: string }[] = [];
  const strange: KnownHead[] = [];
  return {
    pass: (row) => {
      if (row.operation.startsWith(RESTORING)) restores.push({ id: row.id, at: row.at });
      for (const head of byId.get(row.id) ?? []) if (head.hash !== row.hash) strange.push(head);
      byId.delete(row.id);
    },
    rest: () =>
      [...strange, ...[...byId.values()].flat()]
        .filter((head) => !restores.some(({ id, at }) => id <= head.lastId && at >= head.at))
        .map(({ name, lastId }) => ({
          kind: 'backup',
          rowId: lastId,
          what: `The backup ${name} has another row ${lastId}, or one that is not there any more: the trail was rewritten or shortened since.`,
        })),
  };
}
