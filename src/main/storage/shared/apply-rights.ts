import type pg from 'pg';
import type { TableRights } from './conditions.ts';
import { guardFunctions } from './guard-functions.ts';
import { peopleRoleOf } from './login-role.ts';
import { peopleFunctions } from './people-functions.ts';
import { RIGHTS_FUNCTIONS } from './rights-functions.ts';
import { rights } from './rights.ts';
import { sqlChanges } from './sql-changes.ts';
import { RIGHTS_VIEWS } from './views.ts';

/** Functions that people may call; every other one works only where a trigger or another function asks it. */
const CALLED = [
  'today()',
  'me()',
  'who()',
  'my_name()',
  'workspace()',
  'may(text[])',
  'school_for(text[])',
  'area_for(text[])',
  'name_taken(text)',
  'workspace_for(text[])',
  'places_at()',
  'providers_seen()',
  'manages_all()',
  'owns()',
  'names_of()',
  'set_login(text, text)',
  'end_login(text)',
  'rename_login(text, text)',
  'set_own_password(text, text)',
  'signed_in(text)',
  'lapse_holds(text)',
  'erase_details(bigint[])',
];

/** Tables that windows tell each other by, and that say nothing of anybody: not noted among changes past the app. */
const NOT_NOTED = new Set(['editing', 'command_receipts', 'audit_head', 'first_day']);

const COMMANDS = [
  ['see', 'SELECT', 'USING'],
  ['add', 'INSERT', 'WITH CHECK'],
  ['change', 'UPDATE', 'USING'],
  ['remove', 'DELETE', 'USING'],
] as const satisfies readonly (readonly [keyof TableRights, string, string])[];

/**
 * Makes the database keep to `rights`: the group role, functions, views, triggers, policies on every table and grants.
 * Run by the owner after the migrations, in one transaction; done again it changes nothing but what is new. The owner
 * needs CREATEROLE. `database` is the name of the database that `client` is connected to.
 */
export async function applyRights(client: pg.ClientBase, database: string): Promise<void> {
  const people = peopleRoleOf(database);
  await client.query('BEGIN');
  try {
    const columns = await readColumns(client);
    const { rows } = await client.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS found',
      [people],
    );
    const statements = [
      ...(rows[0]?.found === true ? [] : [`CREATE ROLE ${name(people)} NOLOGIN`]),
      ...RIGHTS_FUNCTIONS,
      ...RIGHTS_VIEWS,
      ...peopleFunctions({ database, people }),
      ...guardFunctions((table) => columns.get(table) ?? new Set()),
      ...sqlChanges([...columns.keys()].filter((table) => !NOT_NOTED.has(table))),
      ...[...columns.keys()].flatMap((table) => policiesOf(table, name(people))),
      ...grants(database, name(people), [...columns.keys()]),
    ];
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function readColumns(client: pg.ClientBase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text) AS columns FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') GROUP BY c.relname ORDER BY c.relname`,
  );
  return new Map(rows.map(({ table, columns }) => [table, new Set(columns)]));
}

/** The policies of a table anew; the owner's own lets functions of the owner work where row security is forced. */
function policiesOf(table: string, people: string): readonly string[] {
  const own = rights[table] ?? {};
  const of = `ON public.${name(table)}`;
  return [
    `ALTER TABLE public.${name(table)} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE public.${name(table)} FORCE ROW LEVEL SECURITY`,
    `DROP POLICY IF EXISTS rights_owner ${of}`,
    `CREATE POLICY rights_owner ${of} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ...COMMANDS.flatMap(([part, command, word]) => {
      const condition = own[part];
      const drop = `DROP POLICY IF EXISTS rights_${part} ${of}`;
      if (condition === undefined) return [drop];
      const check = command === 'UPDATE' ? ` WITH CHECK (${condition})` : '';
      return [
        drop,
        `CREATE POLICY rights_${part} ${of} FOR ${command} TO ${people} ${word} (${condition})${check}`,
      ];
    }),
  ];
}

/** What the group may do at all. Nothing is left to everybody who can reach the server. */
function grants(database: string, people: string, tables: readonly string[]): readonly string[] {
  return [
    `REVOKE ALL ON DATABASE ${name(database)} FROM PUBLIC`,
    `REVOKE ALL ON DATABASE ${name(database)} FROM ${people}`,
    `GRANT CONNECT ON DATABASE ${name(database)} TO ${people}`,
    ...['public', 'rights'].flatMap((schema) => [
      `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`,
      `GRANT USAGE ON SCHEMA ${schema} TO ${people}`,
      `REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC, ${people}`,
      `REVOKE ALL ON ALL SEQUENCES IN SCHEMA ${schema} FROM PUBLIC, ${people}`,
      `REVOKE ALL ON ALL ROUTINES IN SCHEMA ${schema} FROM PUBLIC, ${people}`,
    ]),
    ...tables.flatMap((table) => {
      const own = rights[table] ?? {};
      const commands = COMMANDS.filter(([part]) => own[part] !== undefined).map(([, command]) => command);
      return commands.length === 0
        ? []
        : [`GRANT ${commands.join(', ')} ON public.${name(table)} TO ${people}`];
    }),
    ...CALLED.map((called) => `GRANT EXECUTE ON FUNCTION rights.${called} TO ${people}`),
    `GRANT EXECUTE ON FUNCTION own_workspace() TO ${people}`,
    `GRANT SELECT ON pupil_names, others_places TO ${people}`,
    // Whoever may read the audit trail sees what was done past the app in their workspace.
    'ALTER TABLE rights.sql_changes ENABLE ROW LEVEL SECURITY',
    'DROP POLICY IF EXISTS rights_see ON rights.sql_changes',
    `CREATE POLICY rights_see ON rights.sql_changes FOR SELECT TO ${people} USING (workspace_id = (SELECT rights.workspace_for('audit.view')))`,
    `GRANT SELECT ON rights.sql_changes TO ${people}`,
  ];
}

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
