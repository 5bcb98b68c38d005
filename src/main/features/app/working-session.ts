import { refuse } from '#shared/kernel/result.ts';
import { permissionsOf, type Role } from '#shared/permissions/roles.ts';
import { readWorkspace, type Workspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';

/** The roles that have something to do in this database. */
export function rolesFor(workspace: Workspace | undefined): Role[] {
  return [
    ...(workspace?.school ? (['decider', 'recorder', 'provider-staff', 'governor-clerk'] as const) : []),
    ...(workspace?.authority ? (['authority'] as const) : []),
    'administrator',
  ];
}

export const getSession: Handler<'session.get'> = async ({ session, read }) => {
  const workspace = await read(readWorkspace);
  return {
    ok: true,
    value: {
      userName: session.userName,
      role: session.role,
      roles: rolesFor(workspace),
      permissions: [...permissionsOf(session.role)],
    },
  };
};

/** Until people sign in, whoever sits at the PC may choose the role; every change of it is in the audit trail. */
export const workAs: Handler<'session.work-as'> = async (
  { session, sessions, change },
  { role, userName },
) => {
  const next = { role, userName: userName ?? session.userName };
  const result = await change<Record<string, never>>(async (db) => {
    if (!rolesFor(await readWorkspace(db)).includes(role)) {
      return refuse('refused', 'That role has nothing to do in this database.');
    }
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'session', subjectId: role, detail: { next } } },
    };
  });
  if (result.ok) sessions.workAs(next);
  return result;
};
