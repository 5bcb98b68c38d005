import type pg from 'pg';
import { peopleRoleOf } from './login-role.ts';

/** Stands in until the rights slice is merged: everybody may do everything in the tables. */
export async function applyRights(client: pg.ClientBase, database: string): Promise<void> {
  const people = `"${peopleRoleOf(database).replaceAll('"', '""')}"`;
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${people} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  );
  await client.query(`GRANT USAGE ON SCHEMA public TO ${people}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${people}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${people}`);
}
