import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import { endKeyWorker, insertKeyWorker, readKeyWorkersNow } from '../../storage/repositories/key-workers.ts';
import { readSupportStaff } from '../../storage/repositories/support-staff.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { nameStaff } from './name-staff.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'Nobody was named';

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly isNew: boolean;
}

/** Names the key worker; whoever was it before ends today, so that there is never more than one. */
export const assignKeyWorker: Handler<'support.assign-key-worker'> = (context, input) =>
  context.change<{ readonly staffId: string }>(async (db) => {
    const { clock, newId } = context;
    const opened = await openEntry(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const chosen = await choose(db, context, input);
    if (!chosen.ok) return chosen;
    const { id: entryId, pupilId } = opened.value;
    const { id: staffId, name, isNew } = chosen.value;
    const role = input.role ?? chosen.value.role;
    const before = (await readKeyWorkersNow(db, [entryId])).get(entryId);
    if (before !== undefined && (before.staffId ?? staffId) === staffId && isSame(before, { name, role })) {
      return refuse('conflict', `${NOT_DONE}: ${name} is the key worker already.`, {
        fields: [{ path: 'name', message: 'Name somebody else, or another role.' }],
      });
    }
    const today = clock.today();
    await endKeyWorker(db, entryId, today);
    await insertKeyWorker(db, { id: newId(), entryId, name, role, fromDate: today, staffId });
    await updateEntry(db, entryId, {});
    const detail = {
      pupilId,
      ...(before ? { before: { name: before.name, role: before.role } } : {}),
      after: { name, role, staffId, ...(isNew ? { newInDirectory: true } : {}) },
    };
    return {
      ok: true,
      value: { value: { staffId }, audit: { subjectType: 'at-risk-entry', subjectId: entryId, detail } },
    };
  });

type NamedRole = Pick<Chosen, 'name' | 'role'>;
const isSame = (one: NamedRole, other: NamedRole): boolean =>
  one.name === other.name && one.role === other.role;

/** Who is meant: somebody of the directory, by id or by name, or somebody new in it. */
async function choose(
  db: Db,
  { newId }: Pick<Context, 'newId'>,
  { staffId, name, role, somebodyElse }: ParsedInput<'support.assign-key-worker'>,
): Promise<Result<Chosen>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { id: schoolId } = home.value.school;
  if (staffId !== undefined) {
    const person = (await readSupportStaff(db, schoolId)).find(
      ({ id, leftOn }) => id === staffId && leftOn === null,
    );
    return person === undefined
      ? refuse(
          'not-found',
          `${NOT_DONE}: this person is not in the directory any more. Choose somebody else.`,
          {
            fields: [{ path: 'staffId', message: 'Choose somebody of the directory.' }],
          },
        )
      : { ok: true, value: { ...person, isNew: false } };
  }
  if (name === undefined || role === undefined) {
    const path = name === undefined ? 'name' : 'role';
    return refuse('invalid-input', `${NOT_DONE}: choose somebody, or enter a name and a role.`, {
      fields: [{ path, message: `Enter the ${path}.` }],
    });
  }
  return nameStaff(db, { schoolId, newId }, { name, role, somebodyElse }, NOT_DONE);
}
