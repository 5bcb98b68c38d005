import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience } from './patience.ts';
import type { ServerPool } from './server-pool.ts';
import { codeOf } from './what-failed.ts';

/** A commit of which no answer came. */
export interface OpenCommit {
  /** The transaction's number. */
  readonly xid: string;
  readonly receiptId: string;
  readonly mark: string;
}

/** The number of a transaction that the server has not given out yet: it was lost with the server that had it. */
const IN_THE_FUTURE = '22023';

/**
 * What became of a transaction whose connection broke while it was being committed. First the server says that it has
 * ended (we end it, where its end did not hear of the break), then its receipt is there or not. The number alone would
 * not do: after a crash, or on a standby that took over, it may have been given to somebody else's.
 */
export async function fateOf(
  pool: ServerPool,
  open: OpenCommit,
  patience: Patience,
): Promise<'committed' | 'undone' | 'unknown'> {
  const since = performance.now();
  for (let pause = 20; performance.now() - since < patience.fate; pause = Math.min(pause * 2, 1000)) {
    const fate = await ask(pool, open, performance.now() - since > patience.underWay);
    if (fate !== undefined) return fate;
    await sleep(pause);
  }
  return 'unknown';
}

async function ask(
  pool: ServerPool,
  { xid, receiptId, mark }: OpenCommit,
  endIt: boolean,
): Promise<'committed' | 'undone' | undefined> {
  let client: pg.PoolClient;
  try {
    client = await pool.acquire();
  } catch {
    // Not back yet.
    return undefined;
  }
  try {
    if (await isUnderWay(client, xid)) {
      if (endIt) await endTransaction(client, xid);
      client.release();
      return undefined;
    }
    const { rows } = await client.query<{ result: unknown }>(
      'SELECT result FROM command_receipts WHERE id = $1',
      [receiptId],
    );
    client.release();
    return rows[0]?.result === mark ? 'committed' : 'undone';
  } catch {
    client.release(true);
    pool.forget();
    return undefined;
  }
}

async function isUnderWay(client: pg.PoolClient, xid: string): Promise<boolean> {
  try {
    const { rows } = await client.query<{ status: string | null }>(
      'SELECT pg_xact_status($1::xid8) AS status',
      [xid],
    );
    return rows[0]?.status === 'in progress';
  } catch (error) {
    if (codeOf(error) === IN_THE_FUTURE) return false;
    throw error;
  }
}

/**
 * Ends a transaction of ours on a connection that we have lost: where the server did not hear of it, it would keep the
 * turn to write for a while. Whoever is found by its number is of our own role, or the server refuses.
 */
export async function endTransaction(client: pg.PoolClient, xid: string): Promise<void> {
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_xid = $1::xid8::xid AND usename = current_user',
    [xid],
  );
}
