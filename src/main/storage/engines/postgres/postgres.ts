import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresSchema } from '../../schema/schema.ts';
import { isRefused } from '../is-refused.ts';
import { makeWorkQueue } from '../work-queue.ts';
import { StoreBusyError, StoreOutcomeUnknownError, type Db, type Store } from '../../store.ts';
import { announceOn, type Announcement } from './announce.ts';
import { unreachable } from './connect.ts';
import { fateOf } from './fate-of.ts';
import { describePlace, type PostgresPlace } from './place.ts';
import { makeServerPool, type ServerPool } from './server-pool.ts';
import { isBroken, isCollision, isLockedOut } from './what-failed.ts';

/** How often a transaction that was undone through no fault of its own is done again. */
const ATTEMPTS = 5;

/**
 * One write at a time, as on one PC (docs/decisions/0025): what a command checked is still so when it writes. The lock
 * goes with the transaction, whatever becomes of its connection. One message to the server and no setting that would
 * outlive the transaction: connection poolers give the connection to somebody else then.
 */
const BEGIN_WRITE = `BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = '30s'; SET LOCAL statement_timeout = '40s'; SET LOCAL idle_in_transaction_session_timeout = '60s';
SELECT pg_advisory_xact_lock(4705211981); SELECT pg_current_xact_id()::text AS xid`;

const BEGIN_READ = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '40s';
SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/**
 * A store over a shared database on a PostgreSQL server, which is migrated already (`migratePostgres`). Nothing is sent
 * before the first use.
 */
export function openPostgresStore(place: PostgresPlace): Store {
  const pool = makeServerPool(place);
  const gone = (error: unknown) => unreachable(place, error);
  // One of this program waits for the turn at the server; the others wait here and keep no connection.
  const enqueueWrite = makeWorkQueue('write');
  return {
    engine: 'postgres',
    location: describePlace(place),
    read: (work) => attemptRead(pool, work, gone),
    write: (work) => enqueueWrite(() => attemptWrite(pool, work, gone)),
    close: async () => {
      await enqueueWrite(() => pool.close());
    },
  };
}

async function attemptRead<T>(
  pool: ServerPool,
  work: (db: Db) => Promise<T>,
  gone: (error: unknown) => Error,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const client = await pool.acquire();
    try {
      await client.query(BEGIN_READ);
      const value = await work(dbOf(client));
      await client.query('COMMIT');
      client.release();
      return value;
    } catch (error) {
      if (!isBroken(error)) {
        await undo(client);
        throw error;
      }
      leave(pool, client);
      if (tried >= ATTEMPTS) throw gone(error);
    }
  }
}

async function attemptWrite<T>(
  pool: ServerPool,
  work: (db: Db) => Promise<T>,
  gone: (error: unknown) => Error,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const client = await pool.acquire();
    let committing: { readonly value: T; readonly xid: string } | undefined;
    try {
      const xid = await begin(client);
      const value = await work(dbOf(client));
      if (isRefused(value)) {
        await undo(client);
        return value;
      }
      committing = { value, xid };
      await commit(client);
      client.release();
      return value;
    } catch (error) {
      if (isBroken(error)) {
        leave(pool, client);
        if (committing) {
          const fate = await fateOf(pool, committing.xid);
          if (fate === 'committed') return committing.value;
          if (fate === 'unknown') throw outcomeUnknown(error);
        }
        if (tried >= ATTEMPTS) throw gone(error);
        continue;
      }
      await undo(client);
      if (isLockedOut(error))
        throw new StoreBusyError('Another program kept the database busy.', { cause: error });
      if (!isCollision(error) || tried >= ATTEMPTS) throw error;
      // Uneven, so that two that collided do not meet again.
      await sleep(tried * 10 + Math.random() * 20);
    }
  }
}

/** Begins, waits for the turn, and gives the number by which the server can say later what became of it. */
async function begin(client: pg.PoolClient): Promise<string> {
  // One message of several statements gives a result each; the types of the driver know of one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const results = (await client.query(BEGIN_WRITE)) as unknown as readonly pg.QueryResult<{ xid: string }>[];
  const xid = results.at(-1)?.rows[0]?.xid;
  if (xid === undefined) throw new Error('The server gave no number of the transaction.');
  return xid;
}

/** A server answers COMMIT with ROLLBACK when a statement had failed before and its error was not passed on. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new Error('The transaction had failed before its commit and was rolled back.');
}

async function undo(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    // The server undoes what a connection leaves behind.
    client.release(true);
  }
}

function leave(pool: ServerPool, client: pg.PoolClient): void {
  client.release(true);
  pool.forget();
}

const outcomeUnknown = (cause: unknown): StoreOutcomeUnknownError =>
  new StoreOutcomeUnknownError(
    'The connection to the shared database broke at the moment of saving, and the server has not come back. It may have been saved all the same: look before you try again.',
    { cause },
  );

const known = new WeakMap<pg.PoolClient, Db>();

function dbOf(client: pg.PoolClient): Db {
  const before = known.get(client);
  if (before) return before;
  const own = { tables: postgresSchema, announce: (what: Announcement) => announceOn(client, what) };
  // The one place where the two engines' query builders are equated (docs/decisions/0003).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const db = Object.assign(drizzle(client), own) as unknown as Db;
  known.set(client, db);
  return db;
}
