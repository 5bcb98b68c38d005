import { sql, type SQL } from 'drizzle-orm';
import { chainStart } from '../shared/audit-chain.ts';
import type { Db } from '../store.ts';

/** Whether a row of the workspace is the one worked in: the only one that is seen, in a shared database too. */
export const isOwnWorkspace = (db: Db): SQL => {
  const { workspace } = db.tables;
  return sql`${workspace.id} = (SELECT min(${workspace.id}) FROM ${workspace})`;
};

/** The id after which the audit chain of this workspace begins: 0 on one PC. */
export async function readChainStart(db: Db): Promise<number> {
  if (db.shared === undefined) return 0;
  const { workspace } = db.tables;
  const [row] = await db.select({ id: workspace.id }).from(workspace).where(isOwnWorkspace(db));
  return chainStart(row?.id ?? 1);
}
