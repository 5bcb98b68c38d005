import type { Finding } from '#shared/domain/audit/types.ts';
import { firstChainedId } from '../storage/repositories/audit-rows.ts';
import type { Db } from '../storage/store.ts';
import { digestOlderRows, notedOlderRows } from './older-rows.ts';

/** Whether the rows that are older than the chain stand as they did when it began. */
export async function compareOlderRows(
  db: Db,
): Promise<{ readonly older: number; readonly differences: readonly Finding[] }> {
  const now = await digestOlderRows(db);
  const noted = await notedOlderRows(db);
  if (noted === undefined) {
    const begun = (await firstChainedId(db)) !== undefined;
    const differences = begun && now.count > 0 ? [unnoted(now.blocks[0]?.firstId ?? 1, now.count)] : [];
    return { older: now.count, differences };
  }
  const differences = noted.blocks.flatMap((block): Finding[] => {
    const same = now.blocks.find(({ firstId }) => firstId === block.firstId);
    if (same?.digest === block.digest) return [];
    const what = `Among rows ${block.firstId} to ${block.lastId}, which are older than the chain, something was altered, removed or put in.`;
    return [{ kind: 'older-altered', rowId: block.firstId, toId: block.lastId, what }];
  });
  // Blocks shift behind one that lost or gained a row: the first difference says where it is.
  return { older: now.count, differences: noted.count === now.count ? differences : differences.slice(0, 1) };
}

const unnoted = (rowId: number, count: number): Finding => ({
  kind: 'older-altered',
  rowId,
  what: `There are ${count} rows before the chain that it does not know: they were put in, or what it noted of them is gone.`,
});
