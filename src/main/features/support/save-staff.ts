import { staffNameKey, titlesDiffer } from '#shared/domain/support/staff-names.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  insertSupportStaff,
  linkKeyWorker,
  readSupportStaff,
  readUnlistedWorkers,
  updateSupportStaff,
} from '../../storage/repositories/support-staff.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { unlikeOthers } from './name-staff.ts';

const NOT_DONE = 'Nothing was saved';

/**
 * Enters somebody in the directory of key workers, or changes them. Pupils whose key worker stood there by this name
 * alone are theirs from then on; what was noted of a pupil before keeps the name it was noted with.
 */
export const saveStaff: Handler<'support.save-staff'> = ({ change, newId }, input) =>
  change<{ readonly id: string; readonly linked: number }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const staff = await readSupportStaff(db, schoolId);
    const before = staff.find(({ id }) => id === input.id);
    if (input.id !== undefined && (before === undefined || before.leftOn !== null)) {
      return refuse(
        'not-found',
        `${NOT_DONE}: this person is not in the directory any more. Look at it again.`,
      );
    }
    if (before !== undefined && before.version !== input.version) {
      return refuse(
        'conflict',
        `${NOT_DONE}: somebody else has changed this person since you opened them. Look at them again.`,
      );
    }
    const unlike = unlikeOthers(staff, input, NOT_DONE, before?.id);
    if (!unlike.ok) return unlike;
    const { name, role, organisation } = input;
    const nameKey = staffNameKey(name);
    const after = {
      name,
      nameKey,
      role,
      organisation: organisation === undefined || organisation === '' ? null : organisation,
    };
    const id = before?.id ?? newId();
    if (before === undefined) await insertSupportStaff(db, { id, schoolId, ...after });
    else await updateSupportStaff(db, id, after);
    const theirs = (await readUnlistedWorkers(db, schoolId)).filter(
      (worker) => staffNameKey(worker.name) === nameKey && !titlesDiffer(worker.name, name),
    );
    for (const worker of theirs) await linkKeyWorker(db, worker.id, id);
    const was = before && { name: before.name, role: before.role, organisation: before.organisation };
    const { nameKey: _key, ...now } = after;
    const detail = { ...(was === undefined ? {} : { before: was }), after: now, linked: theirs.length };
    return {
      ok: true,
      value: {
        value: { id, linked: theirs.length },
        audit: { subjectType: 'support-staff', subjectId: id, detail },
      },
    };
  });
