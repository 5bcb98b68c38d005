import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreNotOpenError } from '../../store.ts';
import { configFor, connectFirst, unreachable } from './connect.ts';
import type { Patience } from './patience.ts';
import type { PostgresPlace, ServerAddress } from './place.ts';
import { isBroken, isFull } from './what-failed.ts';

/** Connections of one program at most, one of them for writing. */
const MOST = 3;

/** Milliseconds after which a connection that nobody uses is given back. */
const IDLE = 60_000;

/** Milliseconds that the last goodbyes may take. */
const GOODBYE = 1000;

/** Connections to whichever of the servers can be written to at present. */
export interface ServerPool {
  /** A connection of our own until `release`. Throws `StoreUnreachableError`, `StoreUnusableError`. */
  acquire(): Promise<pg.PoolClient>;
  /** The server is gone, or is not the one that is written to any more: the next `acquire` looks for it anew. */
  forget(): void;
  close(): Promise<void>;
}

export function makeServerPool(place: PostgresPlace, patience: Patience): ServerPool {
  let pool: pg.Pool | undefined;
  let looking: Promise<pg.Pool> | undefined;
  let closed = false;
  const ending = new Set<Promise<void>>();
  /** When each connection was last given back, in milliseconds. */
  const used = new WeakMap<pg.PoolClient, number>();

  /** One looks for the server, the others wait for what they find. */
  function find(): Promise<pg.Pool> {
    looking ??= (async () => {
      const { client, server } = await connectWhenFree(place, patience);
      await client.end();
      pool = makePool(place, server, patience);
      pool.on('release', (_error, released) => used.set(released, performance.now()));
      return pool;
    })().finally(() => (looking = undefined));
    return looking;
  }

  function forget(): void {
    const gone = pool;
    pool = undefined;
    if (!gone) return;
    const end = gone
      .end()
      .catch(() => undefined)
      .finally(() => ending.delete(end));
    ending.add(end);
  }

  /** Throws what is broken about a connection that was not used for a while. */
  async function probe(client: pg.PoolClient): Promise<void> {
    const since = used.get(client);
    if (since === undefined || performance.now() - since < patience.unused) return;
    try {
      // The driver takes a time for each query; its types know of none.
      const question: pg.QueryConfig & { query_timeout: number } = {
        text: 'SELECT 1',
        query_timeout: patience.probe,
      };
      await client.query(question);
    } catch (error) {
      discard(client);
      throw error;
    }
  }

  return {
    forget,
    acquire: async () => {
      for (let tried = 1; ; tried += 1) {
        if (closed) throw new StoreNotOpenError('The shared database was closed. Nothing was changed.');
        const from = pool ?? (await find());
        try {
          const client = await from.connect();
          await probe(client);
          return client;
        } catch (error) {
          if (!isBroken(error)) throw error;
          // Another may have found a new one meanwhile.
          if (pool === from) forget();
          if (tried > 1) throw unreachable(place, error);
        }
      }
    },
    close: async () => {
      closed = true;
      forget();
      await Promise.race([Promise.all(ending), sleep(GOODBYE)]);
    },
  };
}

/** Throws a connection away without a goodbye: where it is dead, that would be waited for. */
export function discard(client: pg.PoolClient): void {
  // The driver keeps its socket there; its types do not say so.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { connection } = client as unknown as {
    readonly connection?: { readonly stream?: { destroy(): void } };
  };
  connection?.stream?.destroy();
  client.release(true);
}

/** A server with no connection free may have one in a moment: programs give back what they do not use. */
async function connectWhenFree(
  place: PostgresPlace,
  patience: Patience,
): Promise<{ client: pg.Client; server: ServerAddress }> {
  const since = performance.now();
  for (;;) {
    try {
      return await connectFirst(place, patience);
    } catch (error) {
      if (!isFull(error) || performance.now() - since > patience.full) throw error;
      // Uneven, so that those who wait do not all come at once.
      await sleep(100 + Math.random() * 200);
    }
  }
}

function makePool(place: PostgresPlace, server: ServerAddress, patience: Patience): pg.Pool {
  const pool = new pg.Pool({
    ...configFor(place, server, patience),
    max: MOST,
    idleTimeoutMillis: IDLE,
    allowExitOnIdle: true,
    // Questions that do not wait for each other's answers travel together.
    pipeline: true,
  });
  // A connection that breaks while nobody uses it: the pool takes it out by itself.
  pool.on('error', () => undefined);
  // And while somebody does: their next query says so; the event alone would end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
