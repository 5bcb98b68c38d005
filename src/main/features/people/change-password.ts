import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { passwordSentence } from '#shared/text/password-words.ts';
import { hashPassword } from '../../security/passwords.ts';
import { updateUser, type User } from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { scramVerifier } from '../../storage/shared/scram.ts';
import type { StoreLogin } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { admitPassword } from './admit-password.ts';
import { schoolNames } from './school-names.ts';
import { tryPassword, withoutFailures } from './try-password.ts';

/** The server keeps what it needs of the new one; the old one is worth nothing from the commit on. */
async function changeAtServer(
  { change, clock }: Context,
  login: StoreLogin,
  user: User,
  password: string,
): Promise<Result<Record<string, never>>> {
  const verifier = await scramVerifier(password);
  const changed = await change<Record<string, never>>(async (db) => {
    await db.shared?.call('set_own_password', verifier, clock.now());
    return ok({ value: {}, audit: { subjectType: 'person', subjectId: user.id } });
  });
  if (changed.ok) login.changeTo(password);
  return changed;
}

/** Changes the password of whoever works here; a temporary one too. */
export const changePassword: Handler<'session.change-password'> = async (
  context,
  { password, newPassword },
) => {
  const { session, read, change, clock, keys, passwordCost } = context;
  if (session.userId === undefined) return refuse('signed-out', 'Sign in first. Nothing was changed.');
  const names = schoolNames(await read(readWorkspace));
  const sentence =
    newPassword === password
      ? 'This is the password you have now. Choose another.'
      : passwordSentence(newPassword, [session.userName, ...names]);
  if (sentence !== undefined) {
    return refuse('invalid-input', 'The password was not changed.', {
      fields: [{ path: 'newPassword', message: sentence }],
    });
  }
  const tried = await tryPassword(context, foldPersonName(session.userName), password);
  if (!tried.ok) {
    return tried.error.code === 'refused'
      ? refuse('refused', tried.error.message, {
          fields: [{ path: 'password', message: 'This is not your present password.' }],
        })
      : tried;
  }
  const user = tried.value;
  if (context.store.login) return changeAtServer(context, context.store.login, user, newPassword);
  const passwordHash = await hashPassword(newPassword, passwordCost);
  // The new one opens the database before the old one stops: never neither.
  await keys?.admitPassword(user.foldedName, newPassword);
  const changed = await change<Record<string, never>>(async (db) => {
    await updateUser(db, user.id, {
      ...withoutFailures,
      passwordHash,
      passwordSetAt: clock.now(),
      mustChange: false,
      version: user.version + 1,
    });
    return ok({ value: {}, audit: { subjectType: 'person', subjectId: user.id } });
  });
  // What signs in is what opens the database: the old one still.
  if (!changed.ok) await admitPassword(context, user.foldedName, password);
  return changed;
};
