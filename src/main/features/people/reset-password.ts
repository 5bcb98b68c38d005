import { ok, refuse } from '#shared/kernel/result.ts';
import { temporaryPassword } from '../../security/temporary-password.ts';
import { readUser, updateUser } from '../../storage/repositories/users.ts';
import type { Handler } from '../context.ts';
import { hashesOf } from './hashes-of.ts';
import { withoutFailures } from './try-password.ts';

/** Gives a person a password that is shown once and must be changed at the next sign-in. */
export const resetPassword: Handler<'people.reset-password'> = async (context, { id }) => {
  const { read, change, clock, keys, session } = context;
  const user = await read((db) => readUser(db, id));
  if (!user) return refuse('not-found', 'This person is not in the list. Nothing was changed.');
  if (!user.active)
    return refuse('refused', 'This person does not sign in here any more. Let them in again first.');
  if (user.id === session.userId)
    return refuse('refused', 'Change your own password with “Change password” behind your name.');
  const given = temporaryPassword();
  const hashes = await hashesOf(context, given);
  await keys?.admitPassword(user.foldedName, given);
  const saved = await change<Record<string, never>>(async (db) => {
    const now = await readUser(db, id);
    if (!now?.active || now.foldedName !== user.foldedName)
      return refuse(
        'conflict',
        'Somebody else changed this person meanwhile. Nothing was changed; try again.',
      );
    if (hashes.verifier !== undefined) await db.shared?.call('set_login', id, hashes.verifier);
    await updateUser(db, id, {
      ...withoutFailures,
      passwordHash: hashes.passwordHash,
      passwordSetAt: clock.now(),
      mustChange: true,
      version: now.version + 1,
    });
    return ok({ value: {}, audit: { subjectType: 'person', subjectId: id } });
  });
  return saved.ok ? ok({ temporaryPassword: given }) : saved;
};
