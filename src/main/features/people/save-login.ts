import { refuse, type Result } from '#shared/kernel/result.ts';
import type { User } from '../../storage/repositories/users.ts';
import { loginRoleOf } from '../../storage/shared/login-role.ts';
import type { Db } from '../../storage/store.ts';

/** What a name is at the server of a shared database; nothing on one PC. */
export const loginOf = (db: Db, foldedName: string): string | null =>
  db.shared ? loginRoleOf(db.shared.database, foldedName) : null;

/** A sentence where the name is somebody's whom this administrator does not see; on one PC all are seen. */
export async function nameTaken(db: Db, foldedName: string): Promise<Result<true>> {
  if ((await db.shared?.call('name_taken', foldedName)) !== true) return { ok: true, value: true };
  return refuse('invalid-input', 'Nothing was saved: some of it needs correcting.', {
    fields: [
      {
        path: 'name',
        message:
          'Somebody of another school in the shared database has this name. Add a middle name or an initial.',
      },
    ],
  });
}

/**
 * Brings a person's login at the server in step with what was saved of them: made, renamed, ended or let in again. True
 * where it has the new password.
 */
export async function saveLogin(
  { shared }: Db,
  before: User | undefined,
  after: User,
  { verifier, login }: { readonly verifier: string | undefined; readonly login: string | null },
): Promise<boolean> {
  if (!shared || login === null || verifier === undefined) return false;
  if (before && before.loginRole !== login) await shared.call('rename_login', after.id, login);
  if (before?.active === true && !after.active) await shared.call('end_login', after.id);
  if (!after.active || before?.active === true) return false;
  await shared.call('set_login', after.id, verifier);
  return true;
}
