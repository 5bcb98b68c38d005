import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SharedDatabase } from '../builders/shared-database.ts';
import { SURNAME } from '../builders/shared-rows.ts';
import { DENIED, makeAttackers, tried, type Attackers } from './attackers.ts';
import { CALLABLE } from './matrix.ts';

let attackers: Attackers;
let shared: SharedDatabase;

beforeAll(async () => {
  attackers = await makeAttackers();
  shared = attackers.shared;
}, 120_000);
afterAll(() => attackers.close());

const as = (who: string): pg.Client => attackers.as(who);

it('nothing is granted to everybody, and nobody may truncate, refer to or put triggers on a table', async () => {
  const { rows } = await shared.owner.query(
    `SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants
     WHERE table_schema IN ('public', 'rights') AND grantee <> current_user
     AND (grantee = 'PUBLIC' OR privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
  );
  expect(rows).toEqual([]);
});

it('only these functions can be called, and each works with a search path of its own', async () => {
  const { rows } = await as('R').query<{ name: string }>(
    `SELECT DISTINCT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('public', 'rights') AND has_function_privilege(p.oid, 'EXECUTE')`,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...CALLABLE].toSorted());
  const { rows: loose } = await shared.owner.query(
    `SELECT proname FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'rights'::regnamespace)
     AND prosecdef AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, public, pg_temp%', false)`,
  );
  expect(loose).toEqual([]);
});

it('of people everybody sees themselves, an administrator those of the school, of the area all', async () => {
  const names = async (letter: string) => {
    const { rows } = await as(letter).query<{ name: string }>('SELECT name FROM users ORDER BY name');
    return rows.map(({ name }) => name);
  };
  expect(await names('R')).toEqual(['Person R']);
  expect(await names('T')).toEqual(['Person T']);
  expect(await names('A')).not.toContain('Person B');
  expect(await names('A')).toContain('Person R');
  expect(await names('Z')).toContain('Person B');
});

it('nobody gives themselves a role, a school or somebody else’s login', async () => {
  const attempts: readonly (readonly [string, string])[] = [
    ['R', `UPDATE users SET school_id = 'b'`],
    ['R', `UPDATE users SET must_change = false`],
    ['R', `INSERT INTO user_roles (id, user_id, role) SELECT 'x', id, 'administrator' FROM users`],
    ['A', `UPDATE users SET school_id = 'b' WHERE login_role = session_user`],
    ['A', `UPDATE users SET school_id = NULL WHERE login_role = session_user`],
    ['A', `INSERT INTO users SELECT * FROM jsonb_populate_record(NULL::users, (SELECT to_jsonb(u) || '{"id":"n","school_id":"b","folded_name":"n","login_role":"n"}' FROM users u LIMIT 1))`], // prettier-ignore
    ['A', `INSERT INTO user_roles (id, user_id, role, provider_id) SELECT 'x', id, 'provider-staff', 'b-here' FROM users WHERE name = 'Person S'`], // prettier-ignore
    ['R', `SELECT rights.set_login((SELECT id FROM users), '${VERIFIER}')`],
    ['A', `SELECT rights.set_login('${await idOf('Person B')}', '${VERIFIER}')`],
    ['A', `SELECT rights.set_login('${await idOf('Person Z')}', '${VERIFIER}')`],
    ['A', `SELECT rights.end_login('${await idOf('Person Z')}')`],
    ['A', `SELECT rights.rename_login('${await idOf('Person B')}', 'x')`],
    ['D', `UPDATE providers SET shared = true WHERE school_id = 'a'`],
    ['D', `INSERT INTO providers (id, school_id, kind, name, active, version, shared) VALUES ('n', 'a', 'pru', 'New', true, 1, true)`], // prettier-ignore
    ['A', `UPDATE providers SET shared = true WHERE school_id = 'b'`],
    ['R', `SELECT rights.cut_off('postgres')`],
    ['R', `SELECT rights.managed('${await idOf('Person R')}')`],
    ['R', `SELECT * FROM rights.hidden`],
    ['R', `SELECT * FROM rights.role_permissions`],
    ['R', `INSERT INTO rights.role_permissions VALUES ('recorder', 'people.manage')`],
  ];
  for (const [letter, statement] of attempts) {
    const { code, count } = await tried(as(letter), statement);
    // A row that is not one's own to change is as if it were not there.
    expect([
      statement,
      code === DENIED || (code === undefined && count === 0 && statement.startsWith('UPDATE')),
    ]).toEqual([statement, true]);
  }
});

const VERIFIER = `SCRAM-SHA-256$4096:${'A'.repeat(22)}==$${'B'.repeat(43)}=:${'C'.repeat(43)}=`;

async function idOf(name: string): Promise<string> {
  const { rows } = await shared.owner.query<{ id: string }>('SELECT id FROM users WHERE name = $1', [name]);
  return rows[0]?.id ?? '';
}

it('a login that an administrator points at the server’s owner gets no password by it', async () => {
  await as('A').query('BEGIN');
  try {
    await as('A').query(`UPDATE users SET login_role = 'postgres' WHERE name = 'Person R'`);
    await expect(
      as('A').query(`SELECT rights.set_login('${await idOf('Person R')}', '${VERIFIER}')`),
    ).rejects.toThrow('not a login of this database');
  } finally {
    await as('A').query('ROLLBACK');
  }
});

it('no other role, file, program, table, function or setting of the server is a way round', async () => {
  const attempts = [
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION postgres',
    `ALTER ROLE CURRENT_USER SUPERUSER`,
    `ALTER ROLE CURRENT_USER BYPASSRLS`,
    `ALTER ROLE CURRENT_USER CREATEROLE`,
    `CREATE ROLE mine`,
    `COPY pupils TO '/tmp/pupils'`,
    `COPY pupils TO PROGRAM 'cat'`,
    `SELECT pg_read_file('postgresql.conf')`,
    `SELECT lo_import('/etc/passwd')`,
    'CREATE TABLE mine (x int)',
    'CREATE TEMP TABLE mine (x int)',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE SCHEMA mine',
    'TRUNCATE pupils',
    'ALTER TABLE pupils DISABLE ROW LEVEL SECURITY',
    'DROP POLICY rights_see ON pupils',
    'CREATE POLICY mine ON pupils USING (true)',
    'ALTER TABLE audit DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
    'UPDATE first_day SET version = 1',
    'SELECT * FROM pg_authid',
    'CREATE EXTENSION dblink',
  ];
  for (const statement of attempts) {
    const { code } = await tried(as('A'), statement);
    expect([statement, code]).toEqual([statement, DENIED]);
  }
  const asGroup = await tried(as('R'), `SET LOCAL ROLE "${shared.place.database}_people"`);
  expect(asGroup.code).toBeUndefined();
});

it('working as the group is no more than working as oneself', async () => {
  const client = as('R');
  await client.query('BEGIN');
  await client.query(`SET LOCAL ROLE "${shared.place.database}_people"`);
  const { rows } = await client.query<{ school_id: string }>('SELECT DISTINCT school_id FROM pupils');
  await client.query('ROLLBACK');
  expect(rows).toEqual([{ school_id: 'a' }]);
  const { code } = await tried(client, 'SET LOCAL row_security = off; SELECT count(*) FROM pupils');
  expect(code).toBe(DENIED);
});

it('neither errors nor statistics nor the catalogue tell of rows that are not seen', async () => {
  await shared.owner.query('ANALYZE');
  const other = SURNAME.b;
  const fine = [
    `SELECT 1 / (CASE WHEN surname = '${other}' THEN 0 ELSE 1 END) FROM pupils`,
    `SELECT count(*) FROM pupils WHERE 1 / (CASE WHEN surname = '${other}' THEN 0 ELSE 1 END) = 1`,
    `SELECT count(*) FROM pupil_names WHERE 1 / (CASE WHEN surname = '${other}' THEN 0 ELSE 1 END) = 1`,
    `SELECT count(*) FROM others_places WHERE 1 / (CASE WHEN id LIKE 'b-%' OR pupil_id LIKE 'b-%' THEN 0 ELSE 1 END) = 1`,
  ];
  for (const statement of fine) expect([statement, (await tried(as('R'), statement)).code]).toEqual([statement, undefined]); // prettier-ignore
  const none = [
    `SELECT 1 FROM pg_stats WHERE schemaname = 'public' AND tablename IN ('pupils', 'exclusions', 'users')`,
    `SELECT 1 FROM information_schema.views WHERE table_schema = 'public' AND view_definition IS NOT NULL`,
    `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pupils%' AND usename <> session_user`,
  ];
  for (const statement of none) expect([statement, (await tried(as('R'), statement)).count]).toEqual([statement, 0]); // prettier-ignore
  // An exclusion for a pupil who is not seen is refused in the same way whether there is such a pupil or not.
  const add = (pupil: string) =>
    tried(
      as('R'),
      `INSERT INTO exclusions (id, school_id, pupil_id, kind, state, rule_set, in_care, recorded_by, recorded_at, version)
       VALUES ('n', 'a', '${pupil}', 'fixed-period', 'draft', 'x', false, 'x', 'x', 1)`,
    );
  expect((await add('b-p')).code).toBe(DENIED);
  expect((await add('nobody')).code).toBe(DENIED);
});
