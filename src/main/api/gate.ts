import type { Operation } from '#shared/contract/operation.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { roleName } from '#shared/text/role-words.ts';
import type { UserSession } from '../features/context.ts';
import type { OfficeStanding } from '../features/office-desk.ts';

/** Whether this session may ask for this operation at all; looked at before its input is. */
export function gate(session: UserSession, operation: Operation): Result<true> {
  if (mayDo(session.role, operation.permission)) return ok(true);
  if (session.role === 'none') return refuse('signed-out', 'Sign in first. Nothing was changed.');
  return refuse(
    'not-permitted',
    `Your role (${roleName(session.role)}) may not do this: ${operation.summary}`,
  );
}

/** Whether the database is open, for an operation that needs it. */
export function openEnough(standing: OfficeStanding | undefined, operation: Operation): Result<true> {
  if (standing === undefined || standing.state === 'open' || operation.withoutDatabase) return ok(true);
  if (standing.state === 'needs-sign-in')
    return operation.beforeSignIn ? ok(true) : refuse('signed-out', 'Sign in first. Nothing was changed.');
  return refuse('not-open', `${NOT_OPEN[standing.state]} Nothing was changed.`);
}

const NOT_OPEN: Readonly<Record<Exclude<OfficeStanding['state'], 'open' | 'needs-sign-in'>, string>> = {
  opening: 'The database is being opened.',
  'needs-key': 'The database is locked: it needs its recovery key, or a name and password.',
  damaged: 'The database is damaged and was not opened.',
  unusable: 'The database cannot be opened.',
};
