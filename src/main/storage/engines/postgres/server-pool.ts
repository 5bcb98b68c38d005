import pg from 'pg';
import { StoreNotOpenError } from '../../store.ts';
import { configFor, connectFirst, unreachable } from './connect.ts';
import type { PostgresPlace, ServerAddress } from './place.ts';
import { isBroken } from './what-failed.ts';

/** Connections of one program at most, one of them for writing. */
const MOST = 3;

/** Milliseconds after which a connection that nobody uses is given back. */
const IDLE = 60_000;

/** Connections to whichever of the servers can be written to at present. */
export interface ServerPool {
  /** A connection of our own until `release`. Throws `StoreUnreachableError`, `StoreUnusableError`. */
  acquire(): Promise<pg.PoolClient>;
  /** The server is gone, or is not the one that is written to any more: the next `acquire` looks for it anew. */
  forget(): void;
  close(): Promise<void>;
}

export function makeServerPool(place: PostgresPlace): ServerPool {
  let pool: pg.Pool | undefined;
  let looking: Promise<pg.Pool> | undefined;
  let closed = false;
  const ending = new Set<Promise<void>>();

  /** One looks for the server, the others wait for what they find. */
  function find(): Promise<pg.Pool> {
    looking ??= (async () => {
      const { client, server } = await connectFirst(place);
      await client.end();
      pool = makePool(place, server);
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

  return {
    forget,
    acquire: async () => {
      for (let tried = 1; ; tried += 1) {
        if (closed) throw new StoreNotOpenError('The shared database was closed. Nothing was changed.');
        const from = pool ?? (await find());
        try {
          return await from.connect();
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
      await Promise.all(ending);
    },
  };
}

function makePool(place: PostgresPlace, server: ServerAddress): pg.Pool {
  const pool = new pg.Pool({
    ...configFor(place, server),
    max: MOST,
    idleTimeoutMillis: IDLE,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it: the pool takes it out by itself.
  pool.on('error', () => undefined);
  return pool;
}
