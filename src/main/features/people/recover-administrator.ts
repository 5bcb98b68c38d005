import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { hashPassword } from '../../security/passwords.ts';
import {
  findUser,
  readUserRoles,
  insertUser,
  replaceUserRoles,
  updateUser,
} from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { newPersonProblems } from '../new-administrator.ts';
import { schoolNames } from './school-names.ts';
import { withoutFailures } from './try-password.ts';

/**
 * Whoever holds the recovery key could open the database anywhere: it may name an administrator, one who forgot the
 * password, one who was locked out, or somebody new.
 */
export const recoverAdministrator: Handler<'people.recover-administrator'> = async (
  context,
  { recoveryKey, name, password },
) => {
  const { read, change, clock, newId, keys, passwordCost } = context;
  if (keys?.opensWith === undefined)
    return refuse('refused', 'This database has no recovery key here. Nothing was changed.');
  const workspace = await read(readWorkspace);
  if (!workspace || workspace.demonstration)
    return refuse('refused', 'Nobody signs in to this database. Nothing was changed.');
  const fields = newPersonProblems({ name, password }, schoolNames(workspace));
  if (fields.length > 0)
    return refuse('invalid-input', 'Nothing was changed: the password needs another look.', { fields });
  if (!(await keys.opensWith(recoveryKey))) {
    return refuse('refused', 'This is not the recovery key of this database. Nothing was changed.', {
      fields: [{ path: 'recoveryKey', message: 'Look at the printed key again, group by group.' }],
    });
  }
  const foldedName = foldPersonName(name);
  const passwordHash = await hashPassword(password, passwordCost);
  await keys.admitPassword(foldedName, password);
  return change(async (db) => {
    const before = await findUser(db, foldedName);
    const now = clock.now();
    const user = {
      ...(before ?? { id: newId(), name, foldedName, createdAt: now, lastSignInAt: null, version: 0 }),
      ...withoutFailures,
      passwordHash,
      passwordSetAt: now,
      mustChange: false,
      active: true,
      version: (before?.version ?? 0) + 1,
    };
    const terms = before ? await readUserRoles(db, before.id) : [];
    const forGood = terms.filter(({ from, to }) => from === undefined && to === undefined);
    await (before ? updateUser(db, before.id, user) : insertUser(db, user));
    if (!rolesOn(forGood, clock.today()).includes('administrator')) {
      const role = {
        id: newId(),
        role: 'administrator',
        providerId: undefined,
        from: undefined,
        to: undefined,
      } as const;
      await replaceUserRoles(db, user.id, [...terms, role]);
    }
    return ok({
      value: { id: user.id },
      audit: {
        subjectType: 'person',
        subjectId: user.id,
        detail: { with: 'recovery key', after: { name: user.name, isNew: before === undefined } },
      },
      by: { userName: user.name, userId: user.id, role: 'administrator' },
    });
  });
};
