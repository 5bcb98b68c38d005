import type pg from 'pg';
import type { Role } from '#shared/permissions/roles.ts';
import { makeSharedDatabase, type SharedDatabase } from '../builders/shared-database.ts';
import { fillShared } from '../builders/shared-rows.ts';

/** Letter, role, school; those of the area have none. */
export const PEOPLE = [
  ['R', 'recorder', 'a'],
  ['D', 'decider', 'a'],
  ['S', 'provider-staff', 'a'],
  ['G', 'governor-clerk', 'a'],
  ['A', 'administrator', 'a'],
  ['T', 'authority', undefined],
  ['Z', 'administrator', undefined],
] as const satisfies readonly (readonly [string, Role, string | undefined])[];

/** People who may not do anything: a role that is over, a password that is not their own yet. */
export const SHUT_OUT = ['Over', 'Temporary'] as const;

/** The code of PostgreSQL for what somebody may not do. */
export const DENIED = '42501';

export type Row = Readonly<Record<string, unknown>>;

/** A filled shared database and connections of everybody who has a login to it, for plain SQL. */
export interface Attackers {
  readonly shared: SharedDatabase;
  /** By letter or name. */
  as(who: string): pg.Client;
  close(): Promise<void>;
}

export async function makeAttackers(): Promise<Attackers> {
  const shared = await makeSharedDatabase();
  await fillShared(shared.owner);
  const clients = new Map<string, pg.Client>();
  const staffOf = (id: string, provider: string) =>
    shared.owner.query('UPDATE user_roles SET provider_id = $2 WHERE user_id = $1', [id, provider]);
  for (const [letter, role, schoolId] of PEOPLE) {
    const id = await shared.add({ name: `Person ${letter}`, roles: [role], schoolId });
    if (role === 'provider-staff') await staffOf(id, 'a-here');
    clients.set(letter, await shared.connect(`Person ${letter}`));
  }
  await shared.add({ name: 'Person B', roles: ['administrator', 'decider'], schoolId: 'b' });
  await staffOf(await shared.add({ name: 'Una Unit', roles: ['provider-staff'], schoolId: 'unit' }), 'pru');
  const over = await shared.add({ name: 'Over', roles: ['administrator'], schoolId: 'a' });
  await shared.owner.query(`UPDATE user_roles SET to_date = '2020-01-01' WHERE user_id = $1`, [over]);
  await shared.add({ name: 'Temporary', roles: ['administrator'], schoolId: 'a', mustChange: true });
  for (const name of ['Person B', 'Una Unit', ...SHUT_OUT]) clients.set(name, await shared.connect(name));
  return {
    shared,
    as: (who) => {
      const client = clients.get(who);
      if (!client) throw new Error(who);
      return client;
    },
    close: () => shared.close(),
  };
}

/** A statement tried and undone: its rows, or the code of what refused it. */
export async function tried(client: pg.Client, statement: string, values: readonly unknown[] = []) {
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
