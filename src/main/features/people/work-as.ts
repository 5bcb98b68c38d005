import { rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readUserRoles } from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler, UserSession } from '../context.ts';
import { rolesHere } from '../roles-here.ts';

/** Changes to another of the person's roles of today; in a demonstration to any, and to another name. */
export const workAs: Handler<'session.work-as'> = async (context, { role, userName }) => {
  const { session, sessions, change } = context;
  if (session.role === 'none') return refuse('signed-out', 'Sign in first. Nothing was changed.');
  const next: UserSession =
    session.userId === undefined
      ? { role, userName: userName ?? session.userName }
      : { role, userName: session.userName, userId: session.userId };
  const result = await change<Record<string, never>>(async (db) => {
    const may = await mayWorkAs(db, context, next);
    if (!may.ok) return may;
    return ok({ value: {}, audit: { subjectType: 'session', subjectId: role, detail: { next } } });
  });
  if (result.ok) sessions.workAs(next);
  return result;
};

async function mayWorkAs(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { role, userId }: UserSession,
): Promise<Result<true>> {
  const workspace = await readWorkspace(db);
  if (role === 'none' || !rolesHere(workspace).includes(role))
    return refuse('refused', 'That role has nothing to do in this database.');
  if (userId === undefined) return ok(true);
  if (rolesOn(await readUserRoles(db, userId), clock.today()).includes(role)) return ok(true);
  return refuse('not-permitted', 'That is not one of your roles today. An administrator gives roles.');
}
