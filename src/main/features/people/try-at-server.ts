import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { findUser, type User } from '../../storage/repositories/users.ts';
import type { StoreLogin } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/**
 * The same as `tryPassword` where a shared database is worked in: its server looks at the password, of the one whose
 * login is used here. Somebody else signs in with a login of their own, which is another way in.
 */
export async function tryAtServer(
  { read, change }: Pick<Context, 'read' | 'change'>,
  login: StoreLogin,
  foldedName: string,
  password: string,
): Promise<Result<User>> {
  const user = await read((db) => findUser(db, foldedName));
  if (user?.loginRole === login.name && (await login.admits(password))) return ok(user);
  const noted = await change<undefined>(async () => ({
    ok: true,
    value: {
      value: undefined,
      audit: {
        subjectType: 'person',
        subjectId: user?.id ?? 'unknown',
        detail: { refused: user ? 'wrong password' : 'unknown name' },
      },
    },
  }));
  return noted.ok ? refuse('refused', 'The name or the password is not right. Nobody was signed in.') : noted;
}
