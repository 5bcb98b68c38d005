import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SharedDatabase } from '../builders/shared-database.ts';
import { DENIED, makeAttackers, PEOPLE, SHUT_OUT, tried, type Attackers, type Row } from './attackers.ts';
import { MATRIX, type MayDo } from './matrix.ts';

let attackers: Attackers;
let shared: SharedDatabase;

beforeAll(async () => {
  attackers = await makeAttackers();
  shared = attackers.shared;
  for (const table of tables) looked.set(table, { column: await anyColumn(table), all: await rowsOf(table) });
}, 120_000);
afterAll(() => attackers.close());

const as = (who: string): pg.Client => attackers.as(who);

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

it.each(SHUT_OUT)('%s has a login and sees nothing of anybody', async (name) => {
  for (const table of tables.filter((one) => !['audit_head', 'workspace'].includes(one))) {
    const { rows } = await tried(as(name), `SELECT to_jsonb(t) AS row FROM ${table} t`);
    expect([table, rows]).toEqual([table, []]);
  }
});
