import { stillWaits } from '#shared/domain/people/slow-down.ts';
import { ok } from '#shared/kernel/result.ts';
import { lockMinutes } from '../../storage/repositories/lock-rule.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readUserRoles, readUsers } from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { rolesHere } from '../roles-here.ts';

export const listPeople: Handler<'people.list'> = ({ read, clock }) =>
  read(async (db) => {
    const workspace = await readWorkspace(db);
    const schoolId = workspace?.school?.id;
    const providers =
      schoolId === undefined
        ? []
        : (await readProviders(db, { schoolId })).filter((one) => one.schoolId === schoolId);
    const nameOf = new Map(providers.map(({ id, name }) => [id, name]));
    const roles = await readUserRoles(db);
    const now = clock.now();
    const people = (await readUsers(db)).map((user) => {
      const waitUntil = stillWaits(user, now);
      return {
        id: user.id,
        name: user.name,
        active: user.active,
        mustChange: user.mustChange,
        createdAt: user.createdAt,
        version: user.version,
        ...(user.lastSignInAt === null ? {} : { lastSignInAt: user.lastSignInAt }),
        ...(waitUntil === undefined ? {} : { waitUntil }),
        roles: roles
          .filter(({ userId }) => userId === user.id)
          .map(({ role, providerId, from, to }) => ({
            role,
            ...(providerId === undefined ? {} : { providerId, providerName: nameOf.get(providerId) }),
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
          })),
      };
    });
    return ok({
      people,
      roles: [...rolesHere(workspace)],
      providers: providers.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
      lockAfterMinutes: await lockMinutes(db),
    });
  });
