import { ok, refuse } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { lockMinutes } from '../../storage/repositories/lock-rule.ts';
import { hasUsers } from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { UserSession, Handler } from '../context.ts';
import { addAdministrator, prepareAdministrator } from '../new-administrator.ts';
import { schoolNames } from './school-names.ts';

interface Added {
  readonly session: UserSession;
  readonly minutes: number;
}

/** Makes the first administrator of a database from before people signed in, and signs them in. */
export const addFirst: Handler<'people.add-first'> = async (context, input) => {
  const { read, change, newId, sessions } = context;
  const [workspace, taken] = await read(async (db) => [await readWorkspace(db), await hasUsers(db)] as const);
  if (!workspace) return refuse('not-set-up', 'Set up a school or an authority first.');
  if (workspace.demonstration) return refuse('refused', 'Nobody signs in to a demonstration.');
  const late = refuse('refused', 'There are people here already. Sign in, or ask one of the administrators.');
  if (taken) return late;
  const prepared = await prepareAdministrator(context, input, schoolNames(workspace));
  if (!prepared.ok) return prepared;
  const user = prepared.value;
  const roles: readonly [Role, ...Role[]] = workspace.school
    ? ['decider', 'administrator', ...(workspace.authority ? (['authority'] as const) : [])]
    : ['authority', 'administrator'];
  const added = await change<Added>(async (db) => {
    if (await hasUsers(db)) return late;
    const session = await addAdministrator(db, user, roles, newId);
    return ok({
      value: { session, minutes: await lockMinutes(db) },
      audit: { subjectType: 'person', subjectId: user.id, detail: { after: { name: user.name, roles } } },
      by: session,
    });
  });
  if (!added.ok) return added;
  sessions.signIn(added.value.session, added.value.minutes);
  return ok({ id: user.id });
};
