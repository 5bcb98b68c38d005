import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { loginRoleOf, peopleRoleOf } from './login-role.ts';
import { scramVerifier } from './scram.ts';

/** Stands where one PC keeps the hash of a password: the server keeps what it needs itself. */
export const AT_THE_SERVER = 'at the server';

export interface NewPerson {
  readonly name: string;
  readonly password: string;
  /** Each for good; the first is what they begin with. */
  readonly roles: readonly [Role, ...Role[]];
  /** The school whose records they work with; none for who works for the area. */
  readonly schoolId?: string | undefined;
  /** Whoever gave the password should not go on knowing it. */
  readonly mustChange?: boolean;
}

/**
 * Makes a person with a login, as the owner of the database and after `applyRights`: the first administrator, whom
 * nobody else can make. Gives the id. In one transaction; `now` is UTC ISO. The caller has looked at name and password.
 */
export async function createPerson(
  client: pg.ClientBase,
  database: string,
  { name, password, roles, schoolId, mustChange = false }: NewPerson,
  now: string,
): Promise<string> {
  const id = randomUUID();
  const foldedName = foldPersonName(name);
  const login = loginRoleOf(database, foldedName);
  const verifier = await scramVerifier(password);
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO users (id, name, folded_name, password_hash, password_set_at, must_change, active, failures, created_at, login_role, school_id, version)
       VALUES ($1, $2, $3, $4, $5, $6, true, 0, $5, $7, $8, 1)`,
      [id, name, foldedName, AT_THE_SERVER, now, mustChange, login, schoolId ?? null],
    );
    for (const role of roles)
      await client.query('INSERT INTO user_roles (id, user_id, role) VALUES ($1, $2, $3)', [
        randomUUID(),
        id,
        role,
      ]);
    // Names and passwords of roles cannot be parameters; the server itself puts them between quotes.
    const { rows } = await client.query<{ statement: string }>(
      `SELECT format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE %I', $1::text, $2::text, $3::text) AS statement`,
      [login, verifier, peopleRoleOf(database)],
    );
    await client.query(rows[0]?.statement ?? '');
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
