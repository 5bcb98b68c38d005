import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';
import { admitPassword } from './admit-password.ts';
import { beginSession } from './begin-session.ts';
import { sharedPassword, signInShared } from './sign-in-shared.ts';
import { tryPassword } from './try-password.ts';

/** Signs in whoever gives a name and its password; whoever worked here before is signed out by it. */
export const signIn: Handler<'session.sign-in'> = async (context, { name, password }) => {
  const foldedName = foldPersonName(name);
  if (context.shared) return signInShared(context, context.shared, { foldedName, password });
  const tried = await tryPassword(context, foldedName, password);
  if (!tried.ok) return tried;
  const user = tried.value;
  const signedIn = await beginSession(context, user);
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
  const tried = await (context.shared
    ? sharedPassword(context, context.shared, password)
    : tryPassword(context, foldPersonName(held.session.userName), password));
  if (!tried.ok) return tried;
  const opened = await beginSession(context, tried.value, held.session);
  if (!opened.ok) return opened;
  // What was on the screen is kept for one person: the one who was working when it was locked.
  const still = context.sessions.current();
  if (still?.session.userId !== tried.value.id)
    return refuse('signed-out', 'Somebody else works here by now. Sign in with your name and password.');
  context.sessions.signIn(opened.value.session, opened.value.minutes);
  return ok({});
};
