import type { Operation } from '#shared/contract/operation.ts';
import { providersOn, rolesOn } from '#shared/domain/people/roles-on.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { roleName } from '#shared/text/role-words.ts';
import { readUser, readUserRoles } from '../storage/repositories/users.ts';
import type { Services, UserSession } from './context.ts';

/**
 * The session as it stands at this moment: who has left, whose time in a role is over, and whose password is still the
 * temporary one may not go on, though they signed in when they might. Provider staff get the providers of today.
 */
export async function presentSession(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  session: UserSession,
  { permission }: Pick<Operation, 'permission'>,
): Promise<Result<UserSession>> {
  const { userId, role } = session;
  if (userId === undefined || role === 'none' || permission === 'anyone') return ok(session);
  const [user, terms] = await store.read(
    async (db) => [await readUser(db, userId), await readUserRoles(db, userId)] as const,
  );
  if (!user?.active)
    return refuse(
      'signed-out',
      'You cannot sign in here any more. Ask the administrator. Nothing was changed.',
    );
  if (user.mustChange)
    return refuse('signed-out', 'Choose a password of your own first. Nothing was changed.');
  const today = clock.today();
  if (!rolesOn(terms, today).includes(role)) {
    return refuse(
      'not-permitted',
      `You do not work here as “${roleName(role)}” today: the time for it is over, or the role was taken back. Nothing was changed.`,
    );
  }
  if (role !== 'provider-staff') return ok(session);
  return ok({ ...session, providerIds: providersOn(terms, role, today) });
}
