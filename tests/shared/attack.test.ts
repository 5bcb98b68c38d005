import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/permissions/roles.ts';
import { makeSharedDatabase, type SharedDatabase } from '../builders/shared-database.ts';
import { fillShared, SURNAME } from '../builders/shared-rows.ts';
import { CALLABLE, MATRIX, type MayDo } from './matrix.ts';

let shared: SharedDatabase;
const clients = new Map<string, pg.Client>();

/** Letter, role, school; those of the area have none. */
const PEOPLE = [
  ['R', 'recorder', 'a'],
  ['D', 'decider', 'a'],
  ['S', 'provider-staff', 'a'],
  ['G', 'governor-clerk', 'a'],
  ['A', 'administrator', 'a'],
  ['T', 'authority', undefined],
  ['Z', 'administrator', undefined],
] as const satisfies readonly (readonly [string, Role, string | undefined])[];

/** People who may not do anything: a role that is over, a password that is not their own yet, one who left. */
const SHUT_OUT = ['Over', 'Temporary'] as const;

beforeAll(async () => {
  shared = await makeSharedDatabase();
  await fillShared(shared.owner);
  for (const [letter, role, schoolId] of PEOPLE) {
    const id = await shared.add({ name: `Person ${letter}`, roles: [role], schoolId });
    if (role === 'provider-staff')
      await shared.owner.query(`UPDATE user_roles SET provider_id = 'a-here' WHERE user_id = $1`, [id]);
    clients.set(letter, await shared.connect(`Person ${letter}`));
  }
  await shared.add({ name: 'Person B', roles: ['administrator', 'decider'], schoolId: 'b' });
  const una = await shared.add({ name: 'Una Unit', roles: ['provider-staff'], schoolId: 'unit' });
  await shared.owner.query(`UPDATE user_roles SET provider_id = 'pru' WHERE user_id = $1`, [una]);
  const over = await shared.add({ name: 'Over', roles: ['administrator'], schoolId: 'a' });
  await shared.owner.query(`UPDATE user_roles SET to_date = '2020-01-01' WHERE user_id = $1`, [over]);
  await shared.add({ name: 'Temporary', roles: ['administrator'], schoolId: 'a', mustChange: true });
  for (const name of SHUT_OUT) clients.set(name, await shared.connect(name));
  for (const table of tables) looked.set(table, { column: await anyColumn(table), all: await rowsOf(table) });
}, 120_000);
afterAll(() => shared.close());

const as = (letter: string): pg.Client => {
  const client = clients.get(letter);
  if (!client) throw new Error(letter);
  return client;
};

type Row = Readonly<Record<string, unknown>>;

/** A statement tried and undone: its rows, or the code of what refused it. */
async function tried(client: pg.Client, statement: string, values: readonly unknown[] = []) {
  await client.query('BEGIN');
  try {
    const { rows, rowCount } = await client.query<{ row: Row }>(statement, [...values]);
    return { rows: rows.map(({ row }) => row), count: rowCount ?? 0, code: undefined };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'none';
    return { rows: [], count: 0, code };
  } finally {
    await client.query('ROLLBACK');
  }
}

const DENIED = '42501';

/** Whose a row is, by its letters. */
function schoolOf(row: Row): 'a' | 'b' | 'area' {
  const text = JSON.stringify(row);
  const number = Number(
    row['workspace_id'] ?? (Number(row['id']) > 1e9 ? Number(row['id']) / 1e9 : row['id']),
  );
  if (/"b"|"b-|Birchwood/.test(text) || Math.floor(number) === 3) return 'b';
  return /"a"|"a-|Ashgrove/.test(text) || Math.floor(number) === 2 ? 'a' : 'area';
}

const tables = Object.keys(MATRIX);

/** Of each table the rows as they are at first, and a column that can be set to what it is. */
const looked = new Map<string, { readonly column: string; readonly all: readonly Row[] }>();

async function rowsOf(table: string): Promise<readonly Row[]> {
  const { rows } = await shared.owner.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t`);
  return rows.map(({ row }) => row);
}

async function anyColumn(table: string): Promise<string> {
  const { rows } = await shared.owner.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
     ORDER BY ordinal_position DESC LIMIT 1`,
    [table],
  );
  return rows[0]?.name ?? '';
}

describe.each(PEOPLE.map(([letter, role, school]) => ({ letter, role, school })))(
  'with a login of $role of $school and plain SQL',
  ({ letter, school }) => {
    const own = school ?? 'area';

    it('sees what the matrix has of every table, and no row of another school', async () => {
      const wrong: string[] = [];
      for (const table of tables) {
        const { rows, code } = await tried(as(letter), `SELECT to_jsonb(t) AS row FROM ${table} t`);
        const seen = rows.map(schoolOf);
        const may = MATRIX[table]?.see.includes(letter) === true;
        if (code !== undefined && code !== DENIED) wrong.push(`${table}: ${code}`);
        if (seen.some((whose) => whose !== own && !(whose === 'area' && isShared(table))))
          wrong.push(`${table}: sees ${[...new Set(seen)].join()}`);
        if (seen.includes(own) !== may && !(own === 'area' && isShared(table)))
          wrong.push(`${table}: ${may ? 'does not see' : 'sees'} its own`);
      }
      expect(wrong).toEqual([]);
    });

    it('changes and removes what the matrix has, and nothing of another school', async () => {
      const wrong: string[] = [];
      for (const table of tables) {
        const { column, all } = looked.get(table) ?? { column: '', all: [] };
        for (const [part, statement] of [
          ['change', `UPDATE ${table} t SET ${column} = ${column}`],
          ['remove', `DELETE FROM ${table} t`],
        ] as const) {
          for (const whose of ['a', 'b', 'area'] as const) {
            if (!all.some((row) => schoolOf(row) === whose)) continue;
            // Its own condition is asked after those of the policies; an error of a trigger or a reference means that a row was reached.
            const { count, code } = await tried(as(letter), `${statement} WHERE ${isOf(whose)}`);
            const reached = count > 0 || (code !== undefined && code !== DENIED);
            const may = whose === own && may_(table, part, letter);
            if (reached !== may) wrong.push(`${part} ${table} of ${whose}: ${code ?? String(count)}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    it('adds what the matrix has, and nothing to another school', async () => {
      const wrong: string[] = [];
      for (const table of tables) {
        const { all } = looked.get(table) ?? { all: [] };
        for (const whose of ['a', 'b', 'area'] as const) {
          const like = all.findLast((row) => schoolOf(row) === whose);
          if (!like) continue;
          const made = typeof like['id'] === 'string' ? { ...like, id: 'new' } : like;
          const { code } = await tried(
            as(letter),
            `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::public.${table}, $1)`,
            [JSON.stringify(made)],
          );
          // A row that is there already, or one that a guard refuses, has passed the policy.
          // A pupil of another school is added as a guest: see below.
          if (table === 'pupils' && whose === 'b' && 'RDA'.includes(letter)) continue;
          const passed = code !== DENIED;
          const may = whose === own && may_(table, 'add', letter);
          if (passed !== may) wrong.push(`add ${table} of ${whose}: ${code ?? 'done'}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  },
);

const may_ = (table: string, part: keyof MayDo, letter: string): boolean =>
  MATRIX[table]?.[part].includes(letter) === true;

/** Of what the area keeps a school sees the unit that is everybody's. */
const isShared = (table: string): boolean => table === 'providers' || table === 'provider_sessions';

/** `schoolOf` in SQL. */
function isOf(whose: 'a' | 'b' | 'area'): string {
  const text = 'to_jsonb(t)::text';
  const number = `coalesce((to_jsonb(t)->>'workspace_id')::numeric, CASE WHEN to_jsonb(t)->>'id' ~ '^[0-9]+$' THEN CASE WHEN (to_jsonb(t)->>'id')::numeric > 1e9 THEN floor((to_jsonb(t)->>'id')::numeric / 1e9) ELSE (to_jsonb(t)->>'id')::numeric END END)`;
  const b = `coalesce(${text} ~ '"b"|"b-|Birchwood' OR ${number} = 3, false)`;
  const a = `coalesce(${text} ~ '"a"|"a-|Ashgrove' OR ${number} = 2, false)`;
  return whose === 'b' ? b : whose === 'a' ? `NOT ${b} AND ${a}` : `NOT ${b} AND NOT ${a}`;
}

it('the matrix has every table of the database', async () => {
  const { rows } = await shared.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const apart = ['first_day', 'schools', 'users', 'user_roles'];
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...tables, ...apart].toSorted());
  const { rows: open } = await shared.owner.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND NOT (relrowsecurity AND relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});

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

it.each(SHUT_OUT)('%s has a login and sees nothing of anybody', async (name) => {
  for (const table of tables.filter((one) => !['audit_head', 'workspace'].includes(one))) {
    const { rows } = await tried(as(name), `SELECT to_jsonb(t) AS row FROM ${table} t`);
    expect([table, rows]).toEqual([table, []]);
  }
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

it('what is copied out is what is seen', async () => {
  const { rows } = await as('R').query<{ row: Row }>('SELECT to_jsonb(t) AS row FROM pupils t');
  expect(new Set(rows.map(schoolOf))).toEqual(new Set(['a']));
  const { code } = await tried(as('S'), 'SELECT to_jsonb(t) AS row FROM pupils t');
  expect(code).toBeUndefined();
  expect((await tried(as('S'), 'SELECT to_jsonb(t) AS row FROM pupils t')).count).toBe(0);
});

it('provider staff see by name who comes to them, of every school, and that is all', async () => {
  const una = await shared.connect('Una Unit');
  const { rows } = await una.query<{ surname: string }>('SELECT surname FROM pupil_names ORDER BY surname');
  expect(rows.map(({ surname }) => surname)).toEqual([SURNAME.a, SURNAME.b]);
  const { rows: places } = await una.query<{ id: string }>('SELECT id FROM places ORDER BY id');
  expect(places.map(({ id }) => id)).toEqual(['a-guest-place', 'b-guest-place']);
  const upns = await una.query('SELECT 1 FROM pupils');
  expect(upns.rowCount).toBe(0);
  for (const change of [
    `state = 'cancelled', ended_reason = 'x', ended_code = 'other'`,
    `pupil_id = 'a-p'`,
  ]) {
    const { code } = await tried(una, `UPDATE places SET ${change} WHERE id = 'a-guest-place'`);
    expect([change, code === DENIED || code === '23514']).toEqual([change, true]);
  }
});

it('of another school’s place it is seen that it is taken, and nothing that leads to a pupil', async () => {
  const { rows } = await as('R').query<Row>('SELECT * FROM others_places');
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^other-[0-9a-f]{32}$/),
      pupil_id: expect.stringMatching(/^other-[0-9a-f]{32}$/),
      provider_id: 'pru',
      date: '2025-11-13',
      slot: 'am',
      state: 'booked',
      held_until: null,
      pupil_group: 'secondary',
    },
  ]);
});

it('a guest is kept by the school that recorded them, and is nobody’s else', async () => {
  const client = as('R');
  await client.query(
    `INSERT INTO pupils (id, school_id, kept_by, upn, surname, forename, sex, dob, in_care, search_text, version, updated_at)
     VALUES ('guest', 'b', 'b', 'B000000000001', 'Guest', 'Jo', 'F', '2012-03-04', false, '', 1, 'x')`,
  );
  expect((await tried(client, `SELECT 1 FROM pupils WHERE id = 'guest' AND kept_by = 'a'`)).count).toBe(1);
  const birch = await shared.connect('Person B');
  expect((await tried(birch, `SELECT 1 FROM pupils WHERE id = 'guest'`)).count).toBe(0);
  expect((await tried(birch, `SELECT 1 FROM pupil_names WHERE id = 'guest'`)).count).toBe(0);
  expect((await tried(client, `UPDATE pupils SET kept_by = 'b' WHERE id = 'guest'`)).code).toBe('23514');
  await shared.owner.query(`DELETE FROM pupils WHERE id = 'guest'`);
});

it('who records drafts, and only who decides issues', async () => {
  const issue = `UPDATE exclusions SET state = 'issued' WHERE id = 'a-draft'`;
  expect((await tried(as('R'), issue)).code).toBe(DENIED);
  expect((await tried(as('D'), issue)).count).toBe(1);
});

it('nobody writes in somebody else’s name into the audit trail, or anywhere but at its end', async () => {
  const write = (letter: string, name: string, chain: number, id: number) =>
    tried(
      as(letter),
      `INSERT INTO audit (id, at, user_name, role, operation, user_id, prev_hash, hash)
       VALUES (${String(chain)} * 1000000000::bigint + ${String(id)}, 'x', '${name}', 'recorder', 'x', rights.who(), repeat('0', 64), repeat('1', 64))`,
    );
  for (const [name, chain] of [
    ['Person R', 3],
    ['Person D', 2],
  ] as const)
    // prettier-ignore
    expect([name, chain, (await write('R', name, chain, 9)).code]).not.toEqual([name, chain, undefined]);
  expect((await write('R', 'Person R', 2, 9)).code).toBe('23514');
  expect((await tried(as('D'), `DELETE FROM audit`)).code).toBe(DENIED);
  expect((await tried(as('D'), `UPDATE audit SET user_name = 'x'`)).code).toBe(DENIED);
  expect((await tried(as('D'), `UPDATE audit_head SET hash = 'x'`)).code).toBe(DENIED);
});

it('a change past the app is noted with who made it', async () => {
  await shared.owner.query('DELETE FROM rights.sql_changes');
  await as('D').query(`UPDATE pupils SET form = '10C' WHERE id = 'a-p'`);
  const { rows } = await as('D').query<Row>(`SELECT table_name, change, login FROM rights.sql_changes`);
  expect(rows).toEqual([
    { table_name: 'pupils', change: 'update', login: `${shared.place.database}.person d` },
  ]);
  expect((await tried(as('R'), 'SELECT 1 FROM rights.sql_changes')).count).toBe(0);
  expect((await tried(as('D'), 'DELETE FROM rights.sql_changes')).code).toBe(DENIED);
});
