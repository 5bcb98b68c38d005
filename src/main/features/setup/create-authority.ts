import { ok } from '#shared/kernel/result.ts';
import { USUAL_LOCK_MINUTES } from '../../storage/repositories/lock-rule.ts';
import type { Handler, UserSession } from '../context.ts';
import { addAdministrator, prepareAdministrator } from '../new-administrator.ts';
import { requireEmptyDatabase } from './empty-database.ts';

/** Makes an empty database a local authority's. */
export const createAuthority: Handler<'setup.create-authority'> = async (
  context,
  { code, name, administrator },
) => {
  const { change, clock, newId, sessions } = context;
  const first = await context.read(requireEmptyDatabase);
  if (!first.ok) return first;
  const prepared = await prepareAdministrator(context, administrator, [name], 'administrator.');
  if (!prepared.ok) return prepared;
  const made = await change<UserSession>(async (db) => {
    const empty = await requireEmptyDatabase(db);
    if (!empty.ok) return empty;
    await db.insert(db.tables.workspace).values({
      id: 1,
      authorityCode: code,
      authorityName: name,
      demonstration: false,
      lunchtimesInReturn: false,
      createdAt: clock.now(),
    });
    // Who set it up works as its administrator at first: the recovery sheet is to be printed before anything else.
    const session = await addAdministrator(db, prepared.value, ['administrator', 'authority'], newId);
    return ok({
      value: session,
      audit: { subjectType: 'authority', subjectId: code, detail: { name, administrator: session.userName } },
      by: session,
    });
  });
  if (!made.ok) return made;
  sessions.signIn(made.value, USUAL_LOCK_MINUTES);
  return ok({});
};
