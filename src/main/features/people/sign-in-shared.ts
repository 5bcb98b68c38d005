import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { findUserOfLogin, type User } from '../../storage/repositories/users.ts';
import type { Context } from '../context.ts';
import type { SharedDesk } from '../shared-desk.ts';
import { beginSession, roleToBegin } from './begin-session.ts';

/**
 * Signs in to a shared database: its server looks at the password, and everything from then on is done with the person's
 * own login. Whoever worked here before goes on until the next one may work.
 */
export async function signInShared(
  context: Context,
  shared: SharedDesk,
  { foldedName, password }: { readonly foldedName: string; readonly password: string },
): Promise<Result<{ readonly mustChange: boolean }>> {
  const opened = await shared.open<User>(foldedName, password, async (db, loginRole) => {
    const user = await findUserOfLogin(db, loginRole);
    const role = await roleToBegin(db, context.clock, user);
    if (!role.ok) return role;
    return user ? ok(user) : NOBODY_OF_IT;
  });
  if (!opened.ok) return opened;
  // From here on the store is the new person's: on any failure nobody's is left.
  let begun = false;
  try {
    const signedIn = await beginSession(context, opened.value);
    if (!signedIn.ok) return signedIn;
    context.sessions.signIn(signedIn.value.session, signedIn.value.minutes);
    begun = true;
    return ok({ mustChange: opened.value.mustChange });
  } finally {
    if (!begun) {
      context.sessions.signOut();
      await shared.leave();
    }
  }
}

/** Whether it is the password of the one whose login is in use; gives who that is. */
export async function sharedPassword(
  { read }: Pick<Context, 'read'>,
  shared: SharedDesk,
  password: string,
): Promise<Result<User>> {
  const known = await shared.knows(password);
  if (!known.ok) return known;
  const loginRole = shared.loginRole();
  const user = loginRole === undefined ? undefined : await read((db) => findUserOfLogin(db, loginRole));
  return user ? ok(user) : NOBODY_OF_IT;
}

const NOBODY_OF_IT = refuse('refused', 'This name does not sign in here any more. Ask the administrator.');
