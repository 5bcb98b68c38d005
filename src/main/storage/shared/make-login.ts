import type pg from 'pg';
import { peopleRoleOf } from './login-role.ts';
import { scramVerifier } from './scram.ts';

/** Makes a login of the database at the server, or gives it this password, as the owner. */
export async function makeLogin(
  client: pg.ClientBase,
  database: string,
  login: string,
  password: string,
): Promise<void> {
  const verifier = await scramVerifier(password);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login]);
  // Names and passwords of roles cannot be parameters; the server itself puts them between quotes.
  const { rows } = await client.query<{ statement: string }>(
    rowCount === 0
      ? `SELECT format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE %I', $1::text, $2::text, $3::text) AS statement`
      : `SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', $1::text, $2::text, $3::text) AS statement`,
    [login, verifier, peopleRoleOf(database)],
  );
  await client.query(rows[0]?.statement ?? '');
}
