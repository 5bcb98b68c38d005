import { mayBeSamePerson, staffNameKey, titlesDiffer } from '#shared/domain/support/staff-names.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import {
  insertSupportStaff,
  readSupportStaff,
  type SupportStaff,
} from '../../storage/repositories/support-staff.ts';
import type { Db } from '../../storage/store.ts';

interface Named {
  readonly name: string;
  readonly role: string;
  readonly organisation?: string | undefined;
  /** The person is somebody else than the one of a like name. */
  readonly somebodyElse: boolean;
}

type Person = Pick<SupportStaff, 'id' | 'name' | 'role'>;

/**
 * Refuses a name that may be that of somebody who is here already, unless it is said to be another person's; the very
 * same name is always refused. `except`: the one who is being changed.
 */
export function unlikeOthers(
  staff: readonly SupportStaff[],
  { name, somebodyElse }: Pick<Named, 'name' | 'somebodyElse'>,
  notDone: string,
  except?: string,
): Result<undefined> {
  const here = staff.filter(({ id, leftOn }) => leftOn === null && id !== except);
  const same = here.find(({ nameKey }) => nameKey === staffNameKey(name));
  if (same !== undefined) {
    return refuse(
      'conflict',
      `${notDone}: ${same.name}, ${same.role}, is in the directory already. If this is another person, enter a first name that tells them apart.`,
      { fields: [{ path: 'name', message: `${same.name} is in the directory already.` }] },
    );
  }
  const like = somebodyElse ? undefined : here.find((other) => mayBeSamePerson(other.name, name));
  if (like === undefined) return { ok: true, value: undefined };
  return refuse(
    'conflict',
    `${notDone}: this may be ${like.name}, ${like.role}, who is in the directory already. Choose them, or say that this is somebody else.`,
    { fields: [{ path: 'somebodyElse', message: `Tick this if it is not ${like.name}.` }] },
  );
}

/** The person of the directory whom a name means: the one who is there, or a new one. Mr Reed is not Ms Reed: refused. */
export async function nameStaff(
  db: Db,
  { schoolId, newId }: { readonly schoolId: string; readonly newId: () => string },
  named: Named,
  notDone: string,
): Promise<Result<Person & { readonly isNew: boolean }>> {
  const staff = await readSupportStaff(db, schoolId);
  const nameKey = staffNameKey(named.name);
  const known = staff.find(
    (one) => one.leftOn === null && one.nameKey === nameKey && !titlesDiffer(one.name, named.name),
  );
  if (known !== undefined) return { ok: true, value: { ...known, isNew: false } };
  const unlike = unlikeOthers(staff, named, notDone);
  if (!unlike.ok) return unlike;
  const { name, role, organisation } = named;
  const person = {
    id: newId(),
    schoolId,
    name,
    nameKey,
    role,
    organisation: organisation === undefined || organisation === '' ? null : organisation,
  };
  await insertSupportStaff(db, person);
  return { ok: true, value: { ...person, isNew: true } };
}
