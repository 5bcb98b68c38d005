import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { configFor } from '#main/storage/engines/postgres/connect.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { migratePostgres } from '#main/storage/migrations/migrate-postgres.ts';
import type { Store } from '#main/storage/store.ts';
import { SUPERUSER } from './postgres-server.ts';

/** A database of this version with nothing in it, copied for each test. */
const TEMPLATE = 'first_day_template';

/** Of the server that the run of tests has started. */
export const placeOfTests = (database: string): PostgresPlace => ({
  servers: [{ host: '127.0.0.1', port: Number(process.env['FIRST_DAY_TEST_SERVER_PORT']) }],
  database,
  ...SUPERUSER,
  tls: { mode: 'none' },
});

/** Runs statements of the superuser, each by itself. */
export async function asSuperuser(place: PostgresPlace, ...statements: readonly string[]): Promise<void> {
  const [server] = place.servers;
  if (!server) throw new Error('no server');
  // What fills or empties a database may take minutes.
  const client = new pg.Client({ ...configFor(place, server), query_timeout: 0 });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the database that the others are copied from. */
export async function makeTemplate(place: (database: string) => PostgresPlace): Promise<void> {
  await makeDatabase(place, TEMPLATE);
}

/** A database of this version with nothing in it, on a server of a test's own. */
export async function makeDatabase(
  place: (database: string) => PostgresPlace,
  name: string,
): Promise<PostgresPlace> {
  await asSuperuser(place('postgres'), `CREATE DATABASE ${name}`);
  const at = place(name);
  const [server] = at.servers;
  if (!server) throw new Error('no server');
  const client = new pg.Client(configFor(at, server));
  await client.connect();
  await migratePostgres(client);
  await client.end();
  return at;
}

/** An empty database of this version. */
export async function newPostgresDatabase(): Promise<PostgresPlace> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(placeOfTests('postgres'), `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return placeOfTests(name);
}

/** Databases that tests of this process gave back, emptied. */
const free: PostgresPlace[] = [];

/**
 * A store over an empty database on the tests' server; whoever asks first waits for it. Closing empties the database for
 * the next test: to make one takes fifty times as long.
 */
export function openNewPostgres(): Store {
  const place = free.pop();
  const made = (place ? Promise.resolve(place) : newPostgresDatabase()).then((at) => ({
    at,
    store: openPostgresStore(at),
  }));
  made.catch(() => undefined);
  let closed = false;
  return {
    engine: 'postgres',
    location: 'a test',
    read: async (work) => (await made).store.read(work),
    write: async (work) => (await made).store.write(work),
    close: async () => {
      if (closed) return;
      closed = true;
      const { at, store } = await made;
      await store.close();
      await empty(at);
      free.push(at);
    },
  };
}

/** Takes everything out of the tables, whatever their triggers say. */
async function empty(place: PostgresPlace): Promise<void> {
  await asSuperuser(
    place,
    `DO $$ DECLARE filled text := ''; one text; found boolean; BEGIN
       SET session_replication_role = replica;
       FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'first_day' LOOP
         EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', one) INTO found;
         IF found THEN filled := filled || format(', %I', one); END IF;
       END LOOP;
       IF filled <> '' THEN EXECUTE 'TRUNCATE ' || substr(filled, 3) || ' RESTART IDENTITY CASCADE'; END IF;
     END $$`,
  );
}
