import type { Operation } from '#shared/contract/operation.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { roleName } from '#shared/text/role-words.ts';
import type { UserSession } from '../features/context.ts';

/** Whether this session may ask for this operation at all; looked at before its input is. */
export function gate(session: UserSession, operation: Operation): Result<true> {
  if (mayDo(session.role, operation.permission)) return ok(true);
  if (session.role === 'none') return refuse('signed-out', 'Sign in first. Nothing was changed.');
  return refuse(
    'not-permitted',
    `Your role (${roleName(session.role)}) may not do this: ${operation.summary}`,
  );
}
