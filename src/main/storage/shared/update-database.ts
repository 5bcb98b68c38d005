import type pg from 'pg';
import { migratePostgres, versionOf } from '../migrations/migrate-postgres.ts';
import { applyRights } from './apply-rights.ts';

/** Data versions before and after. */
export interface Updated {
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the tables of a shared database and the rights in it to this version, as its owner. Done again it changes
 * nothing. Throws `StoreUnusableError` with a sentence for another program's database and for a newer one.
 */
export async function updateDatabase(client: pg.Client, database: string): Promise<Updated> {
  const from = await versionOf(client);
  await migratePostgres(client);
  await applyRights(client, database);
  const to = await versionOf(client);
  return { from: from === 'foreign' ? 0 : from, to: to === 'foreign' ? 0 : to };
}
