import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configFor } from '#main/storage/engines/postgres/connect.ts';
import { fateOf } from '#main/storage/engines/postgres/fate-of.ts';
import type { PostgresPlace, TlsUse } from '#main/storage/engines/postgres/place.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { makeServerPool } from '#main/storage/engines/postgres/server-pool.ts';
import { StoreUnreachableError, StoreUnusableError, type Store } from '#main/storage/store.ts';
import { makeCertificates, type Certificates } from '../builders/certificates.ts';
import { HURRIED } from '../builders/hurried.ts';
import { asSuperuser, makeTemplate } from '../builders/postgres-database.ts';
import { makeStandby, makeTestServer, type TestServer } from '../builders/postgres-server.ts';
import { makeTcpProxy } from '../builders/tcp-proxy.ts';

const DATABASE = 'first_day_template';
/** A loaded machine may take longer than a hurried engine waits for somebody who comes late by design. */
const CALM = { ...HURRIED, connect: 3000, answer: 10_000, probe: 2000 };

let certificates: Certificates;
let server: TestServer;
beforeAll(async () => {
  certificates = makeCertificates(['IP:127.0.0.1']);
  server = await makeTestServer(['ssl = on', 'fsync = on'], {
    'server.crt': certificates.certificate,
    'server.key': certificates.key,
  });
  await makeTemplate((database) => server.place(database));
});
afterAll(() => server.remove());

const place = (change: Partial<PostgresPlace> = {}): PostgresPlace => ({
  ...server.place(DATABASE),
  ...change,
});
const names = async (store: Store) =>
  store.read(async (db) => (await db.select().from(db.tables.schools)).map(({ id }) => id).toSorted());

let numbers = 1000;
const save = (store: Store, id: string) =>
  store.write(async (db) => {
    numbers += 1;
    const laEstab = `201${String(numbers)}`;
    await db.insert(db.tables.schools).values({ id, laEstab, urn: null, name: 'A school', phase: 'primary' });
  });

/** Opens a store, reads once and closes it; what went wrong is thrown. */
async function tryPlace(change: Partial<PostgresPlace>): Promise<void> {
  const store = openPostgresStore(place(change), CALM);
  try {
    await store.read(async () => 1);
  } finally {
    await store.close();
  }
}

describe('who is let in', () => {
  const tls = (use: TlsUse) => tryPlace({ tls: use });

  it('a certificate of the authority that names the server is trusted', async () => {
    await expect(tls({ mode: 'verify', ca: certificates.ca })).resolves.toBeUndefined();
  });

  it('a certificate of nobody known is not, and nothing was sent', async () => {
    await expect(tls({ mode: 'verify' })).rejects.toThrow(
      /certificate could not be checked, so nothing was sent/,
    );
  });

  it('a certificate of another authority is not', async () => {
    const { ca } = makeCertificates(['IP:127.0.0.1']);
    await expect(tls({ mode: 'verify', ca })).rejects.toThrow(StoreUnreachableError);
  });

  it('a certificate that names another server is not', async () => {
    const servers = [{ host: 'localhost', port: server.port }];
    await expect(tryPlace({ servers, tls: { mode: 'verify', ca: certificates.ca } })).rejects.toThrow(
      /certificate could not be checked/,
    );
  });

  it('no other PC is talked to without encryption', async () => {
    const servers = [{ host: '192.0.2.1', port: server.port }];
    await expect(tryPlace({ servers })).rejects.toThrow(
      /would be talked to without encryption. Nothing was sent/,
    );
  });

  it('a wrong password, an unknown name and a database that is not there are said', async () => {
    await expect(tryPlace({ password: 'wrong' })).rejects.toThrow(/does not know this name and password/);
    await expect(tryPlace({ user: 'nobody here' })).rejects.toThrow(StoreUnusableError);
    await expect(tryPlace({ database: 'elsewhere' })).rejects.toThrow(
      /There is no shared database elsewhere on/,
    );
  });

  it('a server with no connection free is waited for, then said', async () => {
    await asSuperuser(place(), "CREATE ROLE only_one LOGIN PASSWORD 'p' CONNECTION LIMIT 1");
    const who = { user: 'only_one', password: 'p' };
    const first = new pg.Client(configFor(place(who), { host: '127.0.0.1', port: server.port }));
    await first.connect();
    await expect(tryPlace(who)).rejects.toThrow(/the server has no connection free at present/);
    setTimeout(() => void first.end(), 100);
    await tryPlace(who);
  });
});

describe('a commit without an answer', () => {
  it('is not taken for done because somebody else’s transaction has got its number', async () => {
    const pool = makeServerPool(place(), CALM);
    const client = await pool.acquire();
    const { rows } = await client.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
    client.release();
    const open = { xid: rows[0]?.xid ?? '', receiptId: 'commit:lost', mark: 'lost' };
    expect(await fateOf(pool, open, CALM)).toBe('undone');
    expect(await fateOf(pool, { ...open, xid: '999999999' }, CALM)).toBe('undone');
    await pool.close();
  });

  it('is found out after a power cut of the server, done once', async () => {
    const proxy = await makeTcpProxy(server.port);
    const store = openPostgresStore(place({ servers: [{ host: '127.0.0.1', port: proxy.port }] }), {
      ...CALM,
      fate: 20_000,
      again: 20_000,
    });
    let back: Promise<void> | undefined;
    proxy.behave({
      toServer: (bytes) => {
        if (back || !/; COMMIT\0/.test(bytes.toString('latin1'))) return 'pass';
        back = server.stop('kill').then(() => server.start());
        return 'swallow-answer';
      },
    });
    await save(store, 'power cut');
    await back;
    expect(await names(store)).toEqual(['power cut']);
    await store.close();
    await proxy.close();
  });
});

describe('a server that goes', () => {
  it('and comes back is used again by the same store', async () => {
    const store = openPostgresStore(place(), CALM);
    await save(store, 'before');
    await server.stop('fast');
    await expect(save(store, 'while')).rejects.toThrow(
      /cannot be reached: no server answered that can be written to/,
    );
    await server.start();
    await save(store, 'after');
    expect(await names(store)).toEqual(['after', 'before', 'power cut']);
    await store.close();
  });

  it('is followed by its standby, which is not written to before', async () => {
    const standby = await makeStandby(server);
    const [first, second] = [server, standby].map(({ port }) => ({ host: '127.0.0.1', port }));
    if (!first || !second) throw new Error('no servers');
    // The one that is only read comes first, and is left out.
    const store = openPostgresStore(place({ servers: [second, first] }), CALM);
    await save(store, 'on the first');
    await server.stop('fast');
    await expect(save(store, 'nowhere')).rejects.toThrow(StoreUnreachableError);
    await asSuperuser(standby.place('postgres'), 'SELECT pg_promote()');
    await save(store, 'on the second');
    expect(await names(store)).toEqual(['after', 'before', 'on the first', 'on the second', 'power cut']);
    await store.close();
    await standby.remove();
    await server.start();
  });
});
