import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { keepsAdministrator } from '#shared/domain/people/roles-on.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { temporaryPassword } from '../../security/temporary-password.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import {
  insertUser,
  readUserRoles,
  readUsers,
  replaceUserRoles,
  updateUser,
  type User,
  type UserRole,
} from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Context, Handler } from '../context.ts';
import { rolesHere } from '../roles-here.ts';
import { admitPassword } from './admit-password.ts';
import { hashesOf, type PasswordHashes } from './hashes-of.ts';
import { loginOf, nameTaken, saveLogin } from './save-login.ts';
import { withoutFailures } from './try-password.ts';
import { personProblems } from './person-problems.ts';

interface Saved {
  readonly id: string;
  readonly version: number;
  /** They come in with the temporary password. */
  readonly letIn: boolean;
  /** A name whose password must no longer open the database: the person left, or has another name. */
  readonly dismissed?: string | undefined;
}

/** Adds or changes a person. Whoever leaves stays on record: the audit trail names them. */
export const savePerson: Handler<'people.save'> = async (context, input) => {
  const { keys, store } = context;
  // Whoever is let in again at a server has no password there any more.
  const fresh = input.id === undefined || store.login ? temporaryPassword() : undefined;
  const hashes = fresh === undefined ? undefined : await hashesOf(context, fresh);
  const saved = await save(context, input, hashes);
  if (!saved.ok) return saved;
  const { id, version, dismissed } = saved.value;
  const given = saved.value.letIn ? fresh : undefined;
  if (given !== undefined) await admitPassword(context, foldPersonName(input.name), given);
  if (dismissed !== undefined) await keys?.dismissPassword(dismissed);
  return ok({ id, version, ...(given === undefined ? {} : { temporaryPassword: given }) });
};

const save = (
  { change, newId, clock, session }: Context,
  input: ParsedInput<'people.save'>,
  hashes: PasswordHashes | undefined,
) =>
  change<Saved>(async (db) => {
    const workspace = await readWorkspace(db);
    const users = await readUsers(db);
    const terms = await readUserRoles(db);
    const before = users.find(({ id }) => id === input.id);
    if (input.id !== undefined && before === undefined)
      return refuse('not-found', 'This person is not in the list. Nothing was saved.');
    if (before !== undefined && before.version !== input.version) {
      return refuse(
        'conflict',
        'Somebody else changed this person while you were working on it. Nothing was saved; open People again to see the change, then make yours.',
      );
    }
    const schoolId = workspace?.school?.id;
    const providers =
      schoolId === undefined
        ? []
        : (await readProviders(db, { schoolId })).filter((one) => one.schoolId === schoolId);
    const fields = personProblems(input, {
      users,
      rolesHere: rolesHere(workspace),
      providers: new Set(providers.map(({ id }) => id)),
    });
    if (fields.length > 0)
      return refuse('invalid-input', 'Nothing was saved: some of it needs correcting.', { fields });
    const now = clock.now();
    const folded = foldPersonName(input.name);
    const login = loginOf(db, folded);
    if (before?.foldedName !== folded) {
      const free = await nameTaken(db, folded);
      if (!free.ok) return free;
    }
    if (before?.id === session.userId && login !== before?.loginRole)
      return refuse(
        'refused',
        'You are signed in under this name. Ask another administrator to change it. Nothing was saved.',
      );
    const after: User = {
      ...(before ?? {
        id: newId(),
        passwordHash: hashes?.passwordHash ?? '',
        passwordSetAt: now,
        mustChange: true,
        ...withoutFailures,
        createdAt: now,
        lastSignInAt: null,
        loginRole: loginOf(db, folded),
        schoolId: (db.shared && schoolId) ?? null,
        version: 0,
      }),
      name: input.name,
      foldedName: folded,
      active: input.active,
      version: (before?.version ?? 0) + 1,
    };
    const others = users.filter(({ id }) => id !== after.id);
    const all = [
      ...others.map(({ id, active }) => ({ active, roles: terms.filter(({ userId }) => userId === id) })),
      { active: after.active, roles: input.roles },
    ];
    if (!keepsAdministrator(all)) {
      return refuse(
        'refused',
        'Nobody would be left to let others in. Make somebody else an administrator first, with no first or last day. Nothing was saved.',
      );
    }
    await (before ? updateUser(db, before.id, after) : insertUser(db, after));
    const letIn = await saveLogin(db, before, after, { verifier: hashes?.verifier, login });
    if (before && letIn) await updateUser(db, after.id, { mustChange: true, passwordSetAt: now });
    await replaceUserRoles(
      db,
      after.id,
      input.roles.map(({ role, providerId, from, to }) => ({ id: newId(), role, providerId, from, to })),
    );
    const gone = before && (!after.active || after.foldedName !== before.foldedName);
    return ok({
      value: {
        id: after.id,
        version: after.version,
        letIn: letIn || before === undefined,
        dismissed: gone ? before.foldedName : undefined,
      },
      audit: {
        subjectType: 'person',
        subjectId: after.id,
        detail: {
          ...(before
            ? {
                before: told(
                  before,
                  terms.filter(({ userId }) => userId === before.id),
                ),
              }
            : {}),
          after: { name: after.name, active: after.active, roles: input.roles },
        },
      },
    });
  });

/** What the audit trail says of a person: never the hash. */
const told = ({ name, active }: User, roles: readonly UserRole[]) => ({
  name,
  active,
  roles: roles.map(({ role, providerId, from, to }) => ({ role, providerId, from, to })),
});
