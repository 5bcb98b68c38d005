import { rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok } from '#shared/kernel/result.ts';
import { permissionsOf } from '#shared/permissions/roles.ts';
import { hasUsers, readUser, readUserRoles } from '../../storage/repositories/users.ts';
import { readWorkspace, type Workspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler, HeldSession } from '../context.ts';
import { firstRole, rolesHere } from '../roles-here.ts';

/**
 * Who works here. While it is locked, the role stays known, so that the window can keep its screen behind the lock.
 * Somebody whose role is over goes on in another of theirs, and is signed out where there is none.
 */
export const getSession: Handler<'session.get'> = async (context) => {
  const { sessions, shared } = context;
  const held = sessions.current();
  // Nothing can be read from a shared database before somebody has signed in to it.
  if (shared && !held) {
    const lastName = sessions.lastName();
    return ok({
      ...NOBODY_HERE,
      state: 'signed-out' as const,
      ...(lastName === undefined ? {} : { lastName }),
    });
  }
  const found = await whoIsHere(context);
  // Their time here is over: their login is not used any more either.
  if (held && !sessions.current()) await shared?.leave();
  return found;
};

const NOBODY_HERE = { userName: '', role: 'none' as const, roles: [], permissions: [], mustChange: false };

const whoIsHere = ({ session, sessions, read, clock }: Context): ReturnType<Handler<'session.get'>> =>
  read(async (db) => {
    const workspace = await readWorkspace(db);
    const held = sessions.current();
    const lastName = sessions.lastName();
    const base = { mustChange: false, ...(lastName === undefined ? {} : { lastName }) };
    const present = held && (await presentOf(db, { sessions, clock }, held, workspace));
    if (present) return ok({ ...base, ...present });
    if (!workspace || workspace.demonstration) {
      const { userName, role } = session;
      const permissions = [...permissionsOf(role)];
      return ok({
        ...base,
        state: 'no-sign-in' as const,
        userName,
        role,
        roles: [...rolesHere(workspace)],
        permissions,
      });
    }
    const state = (await hasUsers(db)) ? ('signed-out' as const) : ('no-people' as const);
    return ok({ ...base, state, userName: '', role: 'none' as const, roles: [], permissions: [] });
  });

async function presentOf(
  db: Db,
  { sessions, clock }: Pick<Context, 'sessions' | 'clock'>,
  { session, locked }: HeldSession,
  workspace: Workspace | undefined,
) {
  const { userId } = session;
  const user = userId === undefined ? undefined : await readUser(db, userId);
  const today = user ? rolesOn(await readUserRoles(db, user.id), clock.today()) : [];
  const roles = rolesHere(workspace).filter((role) => today.includes(role));
  const role = roles.find((one) => one === session.role) ?? firstRole(workspace, roles);
  if (!user?.active || role === undefined) {
    sessions.signOut();
    return undefined;
  }
  if (role !== session.role && !locked) sessions.workAs({ userId: user.id, userName: user.name, role });
  return {
    state: locked ? ('locked' as const) : ('signed-in' as const),
    userId: user.id,
    userName: user.name,
    role,
    roles,
    permissions: [...permissionsOf(role)],
    mustChange: user.mustChange,
  };
}
