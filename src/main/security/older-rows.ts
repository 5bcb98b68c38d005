import { hash } from 'node:crypto';
import { z } from 'zod';
import {
  firstChainedId,
  readAuditAbout,
  readAuditRows,
  type StoredAuditRow,
} from '../storage/repositories/audit-rows.ts';
import { inChain } from '../storage/shared/audit-chain.ts';
import type { Db } from '../storage/store.ts';
import { canonicalJson } from './canonical-json.ts';
import { detailOf } from './detail-of.ts';

/** What rows about older rows are about; the last of them says how those stood. */
export const OLDER_ROWS = 'audit-older-rows';

/** The operation of the row that starts a chain after rows that have no hash. */
export const CHAIN_BEGINS = 'audit.begin';

const ROWS_TO_A_BLOCK = 500;

const olderRows = z.object({
  count: z.number(),
  blocks: z.array(z.object({ firstId: z.number(), lastId: z.number(), digest: z.string() })),
});

/** How the rows stood that are older than the chain: a digest for every block of them, oldest first. */
export type OlderRows = z.infer<typeof olderRows>;

/** The rows before the chain as they stand now. Reads them all: done once in a database, and when it is verified. */
export async function digestOlderRows(db: Db): Promise<OlderRows> {
  const first = (await firstChainedId(db)) ?? Infinity;
  const blocks: OlderRows['blocks'] = [];
  let count = 0;
  for (let after = 0; ;) {
    const read = await readAuditRows(db, { after, limit: ROWS_TO_A_BLOCK });
    const rows = read.filter(({ id }) => id < first);
    const [head] = rows;
    const last = rows.at(-1);
    if (head === undefined || last === undefined) return { count, blocks };
    count += rows.length;
    after = last.id;
    blocks.push({
      firstId: inChain(head.id),
      lastId: inChain(last.id),
      digest: hash('sha256', rows.map(textOf).join('\n')),
    });
  }
}

/** How the older rows stood when that was last noted; undefined where it never was. */
export async function notedOlderRows(db: Db): Promise<OlderRows | undefined> {
  const [noted] = await readAuditAbout(db, OLDER_ROWS);
  return olderRows.safeParse(noted?.detail).data;
}

const textOf = (row: StoredAuditRow): string =>
  canonicalJson([
    inChain(row.id),
    row.at,
    row.userName,
    row.role,
    row.operation,
    row.subjectType,
    row.subjectId,
    row.userId,
    row.outcome,
    row.pupilId,
    detailOf(row.detail),
  ]);
