import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readUser, readUserRoles, updateUser, type User } from '../../storage/repositories/users.ts';
import { lockMinutes } from '../../storage/repositories/lock-rule.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Context, Handler, UserSession } from '../context.ts';
import { firstRole } from '../roles-here.ts';
import { admitPassword } from './admit-password.ts';
import { tryPassword, withoutFailures } from './try-password.ts';

interface SignedIn {
  readonly session: UserSession;
  readonly minutes: number;
}

/** Signs in whoever gives a name and its password; whoever worked here before is signed out by it. */
export const signIn: Handler<'session.sign-in'> = async (context, { name, password }) => {
  const foldedName = foldPersonName(name);
  const tried = await tryPassword(context, foldedName, password);
  if (!tried.ok) return tried;
  const user = tried.value;
  const signedIn = await begin(context, user);
  if (!signedIn.ok) return signedIn;
  // After a change of the keys, or of the name, a password is admitted again as soon as it is known: now.
  if (context.keys?.admits(foldedName) === false) await admitPassword(context, foldedName, password);
  context.sessions.signIn(signedIn.value.session, signedIn.value.minutes);
  return ok({ mustChange: user.mustChange });
};

/** Unlocks for the one who locked; somebody else signs in instead. */
export const unlock: Handler<'session.unlock'> = async (context, { password }) => {
  const held = context.sessions.current();
  if (!held) return refuse('signed-out', 'Nobody works here. Sign in with your name and password.');
  const tried = await tryPassword(context, foldPersonName(held.session.userName), password);
  if (!tried.ok) return tried;
  const opened = await begin(context, tried.value, held.session);
  if (!opened.ok) return opened;
  // What was on the screen is kept for one person: the one who was working when it was locked.
  const still = context.sessions.current();
  if (still?.session.userId !== tried.value.id)
    return refuse('signed-out', 'Somebody else works here by now. Sign in with your name and password.');
  context.sessions.signIn(opened.value.session, opened.value.minutes);
  return ok({});
};

function begin(
  { change, clock }: Pick<Context, 'change' | 'clock'>,
  user: User,
  before?: UserSession,
): Promise<Result<SignedIn>> {
  return change<SignedIn>(async (db) => {
    const present = await readUser(db, user.id);
    if (!present?.active)
      return refuse('refused', 'This name does not sign in here any more. Ask the administrator.');
    const workspace = await readWorkspace(db);
    const roles = rolesOn(await readUserRoles(db, user.id), clock.today());
    const role = roles.find((one) => one === before?.role) ?? firstRole(workspace, roles);
    if (role === undefined)
      return refuse('refused', 'You have no role here today. Ask the administrator to give you one.');
    const now = clock.now();
    if (db.shared) await db.shared.call('signed_in', now);
    else await updateUser(db, user.id, { ...withoutFailures, lastSignInAt: now });
    const session = { userId: user.id, userName: user.name, role };
    return ok({
      value: { session, minutes: await lockMinutes(db) },
      audit: { subjectType: 'person', subjectId: user.id },
      by: session,
    });
  });
}
