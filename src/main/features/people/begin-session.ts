import { rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { WorkingRole } from '#shared/permissions/roles.ts';
import { readUser, readUserRoles, updateUser, type User } from '../../storage/repositories/users.ts';
import { lockMinutes } from '../../storage/repositories/lock-rule.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, UserSession } from '../context.ts';
import type { JoinChange } from '../join-desk.ts';
import { firstRole } from '../roles-here.ts';
import { withoutFailures } from './try-password.ts';

interface SignedIn {
  readonly session: UserSession;
  readonly minutes: number;
}

/**
 * Notes that somebody whose password was right begins to work, in the role of `before` where they still have it; the
 * first to do so since the PC works on another database has that in their row, too.
 */
export async function beginSession(
  context: Pick<Context, 'change' | 'clock' | 'joining' | 'away'>,
  user: Pick<User, 'id'>,
  before?: UserSession,
): Promise<Result<SignedIn>> {
  const { change, clock, joining, away } = context;
  // What is noted while the server is away stays on this PC.
  const since = away?.standing() ? undefined : joining?.unnoted();
  const signedIn = await change<SignedIn>(async (db) => {
    const present = await readUser(db, user.id);
    const role = await roleToBegin(db, clock, present, before);
    if (!role.ok || !present) return role.ok ? NOT_HERE : role;
    const now = clock.now();
    if (db.shared) await db.shared.call('signed_in', now);
    else await updateUser(db, user.id, { ...withoutFailures, lastSignInAt: now });
    const session = { userId: user.id, userName: present.name, role: role.value };
    return ok({
      value: { session, minutes: await lockMinutes(db) },
      audit: { subjectType: 'person', subjectId: user.id, ...(since ? { detail: detailOf(since) } : {}) },
      by: session,
    });
  });
  if (signedIn.ok && since) await joining?.noted();
  return signedIn;
}

const detailOf = ({ change, database }: JoinChange) =>
  change === 'joined' ? { joinedWithThisComputer: database } : { leftWithThisComputer: database };

/** The role that somebody begins in today; refused with a sentence where they may not work here. */
export async function roleToBegin(
  db: Db,
  clock: Context['clock'],
  user: User | undefined,
  before?: UserSession,
): Promise<Result<WorkingRole>> {
  if (!user?.active) return NOT_HERE;
  const workspace = await readWorkspace(db);
  const roles = rolesOn(await readUserRoles(db, user.id), clock.today());
  const role = roles.find((one) => one === before?.role) ?? firstRole(workspace, roles);
  return role === undefined
    ? refuse('refused', 'You have no role here today. Ask the administrator to give you one.')
    : ok(role);
}

const NOT_HERE = refuse('refused', 'This name does not sign in here any more. Ask the administrator.');
