import pg from 'pg';
import type { Role } from '#shared/permissions/roles.ts';
import { configFor } from '#main/storage/engines/postgres/connect.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { applyRights } from '#main/storage/shared/apply-rights.ts';
import { createPerson, type NewPerson } from '#main/storage/shared/create-person.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { loginRoleOf } from '#main/storage/shared/login-role.ts';
import { newPostgresDatabase } from './postgres-database.ts';
import { TEST_PASSWORD } from './people.ts';

/** A shared database with its rights, and ways in. */
export interface SharedDatabase {
  readonly place: PostgresPlace;
  /** A connection of the owner. */
  readonly owner: pg.Client;
  add(
    person: Omit<NewPerson, 'password' | 'roles'> & { readonly roles: readonly [Role, ...Role[]] },
  ): Promise<string>;
  /** Where somebody gets in by their name. */
  placeOf(name: string, password?: string): PostgresPlace;
  /** A connection of somebody, for plain SQL. */
  connect(name: string, password?: string): Promise<pg.Client>;
  close(): Promise<void>;
}

export async function makeSharedDatabase(): Promise<SharedDatabase> {
  const place = await newPostgresDatabase();
  const open = async (at: PostgresPlace) => {
    const [server] = at.servers;
    if (!server) throw new Error('no server');
    const client = new pg.Client(configFor(at, server));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const owner = await open(place);
  await applyRights(owner, place.database);
  const clients: pg.Client[] = [owner];
  const placeOf: SharedDatabase['placeOf'] = (name, password = TEST_PASSWORD) => ({
    ...place,
    user: loginRoleOf(place.database, foldPersonName(name)),
    password,
  });
  return {
    place,
    owner,
    add: (person) =>
      createPerson(owner, place.database, { password: TEST_PASSWORD, ...person }, '2025-09-01T08:00:00.000Z'),
    placeOf,
    connect: async (name, password) => {
      const client = await open(placeOf(name, password));
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) await client.end();
    },
  };
}
