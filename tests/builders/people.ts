import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { RoleTerm } from '#shared/domain/people/types.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { hashPassword } from '#main/security/passwords.ts';
import { insertUser, replaceUserRoles } from '#main/storage/repositories/users.ts';
import type { Store } from '#main/storage/store.ts';

/** So little work that tests do not wait for it; the hash says so itself, and the product checks it all the same. */
export const QUICK_PASSWORDS = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;

export const TEST_PASSWORD = 'four small brown kettles';

/** Who sets up a database in a test. */
export const TEST_ADMINISTRATOR = { name: 'Test Person', password: TEST_PASSWORD } as const;

interface Given {
  readonly id?: string;
  readonly name: string;
  readonly password?: string;
  readonly roles: readonly (Role | RoleTerm<Role>)[];
  readonly mustChange?: boolean;
  readonly active?: boolean;
}

/** Writes somebody who can sign in straight into the tables; gives the id. */
export async function addPerson(
  store: Store,
  {
    name,
    id = `person-${foldPersonName(name).replaceAll(' ', '-')}`,
    password = TEST_PASSWORD,
    roles,
    mustChange = false,
    active = true,
  }: Given,
): Promise<string> {
  const passwordHash = await hashPassword(password, QUICK_PASSWORDS);
  await store.write(async (db) => {
    await insertUser(db, {
      id,
      name,
      foldedName: foldPersonName(name),
      passwordHash,
      passwordSetAt: '2025-09-01T08:00:00.000Z',
      mustChange,
      active,
      failures: 0,
      waitUntil: null,
      createdAt: '2025-09-01T08:00:00.000Z',
      lastSignInAt: null,
      version: 1,
    });
    const terms = roles.map((role, at) => ({
      id: `${id}-role-${at}`,
      ...(typeof role === 'string' ? { role } : role),
    }));
    await replaceUserRoles(
      db,
      id,
      terms.map((term) => ({ providerId: undefined, from: undefined, to: undefined, ...term })),
    );
  });
  return id;
}
