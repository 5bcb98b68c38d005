import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerPool } from './server-pool.ts';
import { codeOf } from './what-failed.ts';

/** Milliseconds that a server is given to come back and say what became of a transaction. */
const PATIENCE = 30_000;

/** The number of a transaction that the server has not given out yet: it was lost with the server that had it. */
const IN_THE_FUTURE = '22023';

/**
 * What became of a transaction whose connection broke while it was being committed. The server keeps that for its
 * latest two thousand million transactions, over its own crash too.
 */
export async function fateOf(pool: ServerPool, xid: string): Promise<'committed' | 'undone' | 'unknown'> {
  const until = performance.now() + PATIENCE;
  for (let pause = 20; performance.now() < until; pause = Math.min(pause * 2, 1000)) {
    const status = await ask(pool, xid);
    if (status === 'committed') return 'committed';
    if (status === 'aborted' || status === 'lost') return 'undone';
    await sleep(pause);
  }
  return 'unknown';
}

async function ask(pool: ServerPool, xid: string): Promise<string | undefined> {
  try {
    const client = await pool.acquire();
    try {
      const { rows } = await client.query<{ status: string }>('SELECT pg_xact_status($1::xid8) AS status', [
        xid,
      ]);
      client.release();
      return rows[0]?.status;
    } catch (error) {
      client.release(true);
      if (codeOf(error) === IN_THE_FUTURE) return 'lost';
      pool.forget();
      return undefined;
    }
  } catch {
    // Not back yet.
    return undefined;
  }
}
