import { sql, type SQL } from 'drizzle-orm';
import type { HealthFacts } from '#shared/domain/health/types.ts';
import { postgresMigrations } from '../migrations/postgres/postgres-migrations.ts';
import type { Db } from '../store.ts';

/** Questions that the time of one is taken from. */
const TRIPS = 5;

/** Off, they acknowledge what is not on the disk yet. */
const SAFE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/**
 * What the server of a shared database says of itself to whatever login: of others' sessions most logins see that they
 * are there and no more. Only for `engine: 'postgres'`.
 */
export async function readHealth(db: Db): Promise<HealthFacts> {
  const roundTrip = await timeTrips(db);
  const one = await readOne(db);
  const [dead] = await db
    .select({ rows: number(sql`n_dead_tup`), of: number(sql`n_live_tup`) })
    .from(sql`pg_stat_user_tables`)
    .orderBy(sql`n_dead_tup DESC`)
    .limit(1);
  const standbys = await db
    .select({
      name: sql<string | null>`application_name`,
      lag: sql<
        number | null
      >`extract(epoch FROM coalesce(replay_lag, CASE WHEN state = 'streaming' THEN interval '0' END))::float8`,
    })
    .from(sql`pg_stat_replication`);
  const settings = await db
    .select({ name: sql<string>`name`, setting: sql<string>`setting` })
    .from(sql`pg_settings`)
    .where(sql`name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum')`);
  const isOff = (name: string) => settings.some((row) => row.name === name && row.setting === 'off');
  const { tls, lastVacuum, used, allowed, ...facts } = one;
  return {
    ...facts,
    ...(tls === null ? {} : { tls }),
    ...(lastVacuum === null ? {} : { lastVacuum }),
    knownVersion: postgresMigrations.length,
    roundTrip,
    connections: { used, allowed },
    standbys: standbys.map(({ name, lag }) => ({
      ...(name === null ? {} : { name }),
      ...(lag === null ? {} : { lag }),
    })),
    unsafe: SAFE.filter(isOff),
    autovacuum: !isOff('autovacuum'),
    dead: dead ?? { rows: 0, of: 0 },
  };
}

async function timeTrips(db: Db): Promise<number> {
  const times: number[] = [];
  for (let trip = 1; trip <= TRIPS; trip += 1) {
    const start = performance.now();
    await db.select({ one: sql`1` }).from(sql`(VALUES (1)) AS nothing`);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TRIPS / 2)] ?? 0;
}

const number = (expression: SQL) => sql<number>`coalesce((${expression})::float8, 0)`;

async function readOne(db: Db) {
  const [row] = await db
    .select({
      serverVersion: number(sql`current_setting('server_version_num')`),
      tls: sql<string | null>`(SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl)`,
      here: sql<boolean>`coalesce(inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() = '::1', true)`,
      dataVersion: number(sql`SELECT version FROM first_day`),
      unprotected: number(sql`SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`),
      used: number(
        sql`SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' OR datname IS NOT NULL`,
      ),
      allowed: number(
        sql`current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer`,
      ),
      waiting: number(sql`SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`),
      longest: number(sql`SELECT max(extract(epoch FROM now() - xact_start)) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND datname = current_database()`),
      lastVacuum: sql<
        string | null
      >`(SELECT to_char(max(greatest(last_vacuum, last_autovacuum)) AT TIME ZONE 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM pg_stat_user_tables)`,
      bytes: number(sql`pg_database_size(current_database())`),
    })
    .from(sql`(VALUES (1)) AS nothing`);
  if (!row) throw new Error('The server said nothing of itself.');
  return row;
}
