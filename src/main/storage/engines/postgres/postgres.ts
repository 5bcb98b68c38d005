import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresSchema } from '../../schema/schema.ts';
import { sharedViews } from '../../schema/shared-views.ts';
import { isRefused } from '../is-refused.ts';
import { makeWorkQueue } from '../work-queue.ts';
import {
  StoreBusyError,
  StoreOutcomeUnknownError,
  type Db,
  type SharedParts,
  type Store,
} from '../../store.ts';
import { announceOn, type Announcement } from './announce.ts';
import { connectFirst, unreachable } from './connect.ts';
import { endTransaction, fateOf } from './fate-of.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { describePlace, type PostgresPlace } from './place.ts';
import { makeTurns } from './read-turns.ts';
import { rememberReads } from './remember-reads.ts';
import { makeReceipt, newMark, type Receipt } from './receipt.ts';
import { discard, makeServerPool, type ServerPool } from './server-pool.ts';
import { isBroken, isCollision, isLockedOut, isNotAdmitted } from './what-failed.ts';

/** How often a transaction that was undone through no fault of its own is tried, as long as there is patience. */
const ATTEMPTS = 5;

/** Readings of one program at a time; with the one writing they are as many as the pool has connections. */
const READINGS = 2;

/**
 * One write at a time, as on one PC (docs/decisions/0026): what a command checked is still so when it writes. The lock
 * goes with the transaction, whatever becomes of its connection. One message to the server and no setting that would
 * outlive the transaction: connection poolers give the connection to somebody else then. A PC that is gone without a
 * word keeps the turn for less time than the others wait for it.
 */
const BEGIN_WRITE = `BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = '30s'; SET LOCAL statement_timeout = '40s'; SET LOCAL idle_in_transaction_session_timeout = '15s';
SELECT pg_advisory_xact_lock(4705211981); SELECT pg_current_xact_id()::text AS xid`;

const BEGIN_READ = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '40s';
SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/** What one open store works with. */
interface Server {
  readonly pool: ServerPool;
  readonly receipt: Receipt;
  readonly patience: Patience;
  readonly gone: (error: unknown) => Error;
}

/**
 * A store over a shared database on a PostgreSQL server, which is migrated already (`migratePostgres`). Nothing is sent
 * before the first use.
 */
export function openPostgresStore(given: PostgresPlace, patience: Patience = PATIENCE): Store {
  // The password may become another one while the store is open.
  const place: { -readonly [K in keyof PostgresPlace]: PostgresPlace[K] } = { ...given };
  const pool = makeServerPool(place, patience);
  const server: Server = {
    pool,
    patience,
    receipt: makeReceipt(),
    gone: (error) => unreachable(place, error),
  };
  const takeTurn = makeTurns('read', READINGS);
  // One of this program waits for the turn at the server; the others wait here and keep no connection.
  const enqueueWrite = makeWorkQueue('write');
  return {
    engine: 'postgres',
    location: describePlace(place),
    read: (work) => takeTurn(() => attemptRead(server, work)),
    write: (work) => enqueueWrite(() => attemptWrite(server, work)),
    login: {
      name: place.user,
      admits: (password) => admits({ ...place, password }, patience),
      changeTo: (password) => {
        place.password = password;
        pool.forget();
      },
    },
    close: async () => {
      await enqueueWrite(() => pool.close());
    },
  };
}

async function admits(place: PostgresPlace, patience: Patience): Promise<boolean> {
  try {
    const { client } = await connectFirst(place, patience);
    await client.end();
    return true;
  } catch (error) {
    if (isNotAdmitted(error)) return false;
    throw error;
  }
}

async function attemptRead<T>({ pool, patience, gone }: Server, work: (db: Db) => Promise<T>): Promise<T> {
  const since = performance.now();
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
        throw isLockedOut(error) ? busy(error) : error;
      }
      leave(pool, client);
      if (tried >= ATTEMPTS || performance.now() - since > patience.again) throw gone(error);
    }
  }
}

/** What a try of a write came to when it did not go through. */
interface Tried<T> {
  /** The transaction's number, once there is one. */
  xid?: string;
  committing?: { readonly value: T; readonly mark: string };
}

async function attemptWrite<T>(server: Server, work: (db: Db) => Promise<T>): Promise<T> {
  const { pool, patience, receipt, gone } = server;
  const since = performance.now();
  let left: string | undefined;
  for (let tried = 1; ; tried += 1) {
    const client = await pool.acquire();
    const now: Tried<T> = {};
    try {
      if (left !== undefined) await endTransaction(client, left);
      left = undefined;
      now.xid = await begin(client);
      const value = await work(dbOf(client));
      if (isRefused(value)) {
        await undo(client);
        return value;
      }
      const mark = newMark();
      now.committing = { value, mark };
      await commit(client, receipt.commit(mark));
      client.release();
      return value;
    } catch (error) {
      const last = tried >= ATTEMPTS || performance.now() - since > patience.again;
      if (isBroken(error)) {
        leave(pool, client);
        left = now.xid ?? left;
        if (now.xid !== undefined && now.committing) {
          const open = { xid: now.xid, receiptId: receipt.id, mark: now.committing.mark };
          const fate = await fateOf(pool, open, patience);
          if (fate === 'committed') return now.committing.value;
          if (fate === 'unknown') throw outcomeUnknown(error);
          left = undefined;
        }
        if (last) throw gone(error);
        continue;
      }
      await undo(client);
      if (isLockedOut(error)) throw busy(error);
      if (!isCollision(error) || last) throw error;
      // Uneven, so that two that collided do not meet again.
      await sleep(tried * 10 + Math.random() * 20);
    }
  }
}

const busy = (cause: unknown): StoreBusyError =>
  new StoreBusyError('Another program kept the database busy.', { cause });

/** Begins, waits for the turn, and gives the number by which the server can say later what became of it. */
async function begin(client: pg.PoolClient): Promise<string> {
  // One message of several statements gives a result each; the types of the driver know of one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const results = (await client.query(BEGIN_WRITE)) as unknown as readonly pg.QueryResult<{ xid: string }>[];
  const xid = results.at(-1)?.rows[0]?.xid;
  if (xid === undefined) throw new Error('The server gave no number of the transaction.');
  return xid;
}

/** Leaves the receipt and commits. A server answers COMMIT with ROLLBACK when a statement had failed before. */
async function commit(client: pg.PoolClient, statements: string): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as in `begin`
  const results = (await client.query(statements)) as unknown as readonly pg.QueryResult[];
  if (results.at(-1)?.command !== 'COMMIT')
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
  discard(client);
  pool.forget();
}

const outcomeUnknown = (cause: unknown): StoreOutcomeUnknownError =>
  new StoreOutcomeUnknownError(
    'The connection to the shared database broke at the moment of saving, and the server has not come back. It may have been saved all the same: look before you try again.',
    { cause },
  );

/** For one transaction. */
function dbOf(client: pg.PoolClient): Db {
  const shared: SharedParts = {
    views: sharedViews,
    database: client.database ?? '',
    call: async (name, ...values) => {
      const places = values.map((_, at) => `$${String(at + 1)}`).join(', ');
      const { rows } = await client.query<{ value: unknown }>(`SELECT rights.${name}(${places}) AS value`, [
        ...values,
      ]);
      return rows[0]?.value;
    },
  };
  // The one place where the two engines' query builders are equated (docs/decisions/0003).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.assign(drizzle(rememberReads(client)), {
    tables: postgresSchema,
    shared,
    announce: (what: Announcement) => announceOn(client, what),
  }) as unknown as Db;
}
