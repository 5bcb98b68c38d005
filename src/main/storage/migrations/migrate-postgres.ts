import type pg from 'pg';
import { StoreUnusableError } from '../store.ts';
import type { Migration } from './migration.ts';
import { postgresMigrations } from './postgres/postgres-migrations.ts';

/** One program at a time; the others wait, and find it done. */
const TURN = 4_705_211_980;

/**
 * Brings a shared database to this version, as its owner: refuses one that is another program's or newer, then one
 * transaction a migration, row counts checked before its commit. On any error the database stays at the last whole
 * version. Throws `StoreUnusableError` with a sentence.
 */
export async function migratePostgres(
  client: pg.Client,
  migrations: readonly Migration[] = postgresMigrations,
): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TURN]);
  try {
    const version = await versionOf(client);
    if (version === 'foreign') {
      throw new StoreUnusableError(
        'The database belongs to another program. It was left as it is. Choose another name.',
      );
    }
    if (version > migrations.length) throw newer(version, migrations.length);
    for (let next = version + 1; next <= migrations.length; next += 1) {
      const migration = migrations[next - 1];
      if (migration) await applyOne(client, next, migration);
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TURN]);
  }
}

/** The version that a shared database is at: 0 while it is empty, `foreign` where the tables are not ours. */
export async function versionOf(client: pg.ClientBase): Promise<number | 'foreign'> {
  const { rows } = await client.query<{ ours: boolean; tables: number }>(
    `SELECT to_regclass('public.first_day') IS NOT NULL AS ours,
       (SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public') AS tables`,
  );
  const [found] = rows;
  if (!found?.ours) return found?.tables === 0 ? 0 : 'foreign';
  const { rows: versions } = await client.query<{ version: number }>('SELECT version FROM first_day');
  return versions[0]?.version ?? 'foreign';
}

/** Refuses a version that this program does not know or that lacks what it needs; says who can put that right. */
export function checkVersion(version: number | 'foreign', known = postgresMigrations.length): void {
  if (version === known) return;
  if (version === 'foreign' || version === 0)
    throw new StoreUnusableError('There is no shared database of First Day under this name.');
  if (version > known) throw newer(version, known);
  throw new StoreUnusableError(
    `The shared database is at data version ${String(version)}, this program needs ${String(known)}. Nothing was changed. Whoever looks after the server runs “shared-database update” with this version of First Day.`,
  );
}

const newer = (version: number, known: number): StoreUnusableError =>
  new StoreUnusableError(
    `The shared database was made by a newer version of First Day (data version ${String(version)}, this program knows ${String(known)}). It was left as it is. Install the newer version on this PC.`,
  );

async function applyOne(client: pg.Client, number: number, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    const before = await rowCounts(client);
    for (const statement of migration.statements) await client.query(statement);
    if (number === 1) {
      await client.query(
        'CREATE TABLE first_day (one boolean PRIMARY KEY DEFAULT true CHECK (one), version integer NOT NULL)',
      );
      await client.query('INSERT INTO first_day (version) VALUES (0)');
    }
    await checkRowsKept(before, await rowCounts(client), migration.mayShrink ?? []);
    await client.query('UPDATE first_day SET version = $1', [number]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new StoreUnusableError(
      `Updating the shared database stopped at step ${String(number)} (${migration.name}). It was left at version ${String(number - 1)}, unchanged.`,
      { cause: error },
    );
  }
}

async function rowCounts(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const found = await client.query<{ rows: number }>(
      `SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`,
    );
    counts.set(name, found.rows[0]?.rows ?? 0);
  }
  return counts;
}

async function checkRowsKept(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  mayShrink: readonly string[],
): Promise<void> {
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left < rows && !mayShrink.includes(table))
      throw new Error(`table ${table} would lose ${String(rows - left)} of ${String(rows)} rows`);
  }
}
