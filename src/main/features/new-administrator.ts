import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { passwordSentence } from '#shared/text/password-words.ts';
import { hashPassword } from '../security/passwords.ts';
import { insertUser, replaceUserRoles, type User } from '../storage/repositories/users.ts';
import type { Db } from '../storage/store.ts';
import type { Services, UserSession } from './context.ts';

interface Given {
  readonly name: string;
  readonly password: string;
}

/** What is wrong with the name and the password of a person; `under` is where the form has them. */
export function newPersonProblems(
  { name, password }: Given,
  names: readonly string[],
  under = '',
): FieldError[] {
  const sentence = passwordSentence(password, [name, ...names]);
  return [
    ...(foldPersonName(name) === '' ? [{ path: `${under}name`, message: 'Enter a name with letters.' }] : []),
    ...(sentence === undefined ? [] : [{ path: `${under}password`, message: sentence }]),
  ];
}

/**
 * The first administrator of a database, not yet written. The password opens the database before the person is in it:
 * the other way round a power cut could leave somebody whom nothing lets in. Takes some tenths of a second.
 */
export async function prepareAdministrator(
  { clock, newId, keys, passwordCost }: Pick<Services, 'clock' | 'newId' | 'keys' | 'passwordCost'>,
  { name, password }: Given,
  names: readonly string[],
  under = '',
): Promise<Result<User>> {
  const fields = newPersonProblems({ name, password }, names, under);
  if (fields.length > 0)
    return refuse('invalid-input', 'Nothing was saved: the password needs another look.', { fields });
  const foldedName = foldPersonName(name);
  const passwordHash = await hashPassword(password, passwordCost);
  await keys?.admitPassword(foldedName, password);
  const now = clock.now();
  return {
    ok: true,
    value: {
      id: newId(),
      name,
      foldedName,
      passwordHash,
      passwordSetAt: now,
      mustChange: false,
      active: true,
      failures: 0,
      waitUntil: null,
      createdAt: now,
      lastSignInAt: now,
      loginRole: null,
      schoolId: null,
      version: 1,
    },
  };
}

/** Writes the administrator with the roles, each for good, and gives the session that begins with the first of them. */
export async function addAdministrator(
  db: Db,
  user: User,
  roles: readonly [Role, ...Role[]],
  newId: () => string,
): Promise<UserSession> {
  await insertUser(db, user);
  await replaceUserRoles(
    db,
    user.id,
    roles.map((role) => ({ id: newId(), role, providerId: undefined, from: undefined, to: undefined })),
  );
  return { userId: user.id, userName: user.name, role: roles[0] };
}
