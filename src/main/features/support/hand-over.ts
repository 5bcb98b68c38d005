import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readRegister, updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import { endKeyWorker, insertKeyWorker, readCaseLoad } from '../../storage/repositories/key-workers.ts';
import { readSupportStaff, updateSupportStaff } from '../../storage/repositories/support-staff.ts';
import type { AuditNote, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

const NOT_DONE = 'Nobody was handed over';

interface HandedOver {
  readonly handedOver: number;
  readonly withoutKeyWorker: number;
}

/**
 * Notes that a key worker leaves and gives each of their pupils to somebody else, all in one step. Every pupil of the
 * case load must be named, so that none is forgotten: one without a successor stands on Today until somebody is named.
 */
export const handOver: Handler<'support.hand-over'> = (context, input) =>
  context.change<HandedOver>(async (db) => {
    const { clock, newId } = context;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const leftOn = input.leftOn ?? today;
    const staff = await readSupportStaff(db, schoolId);
    const here = new Map(staff.filter((one) => one.leftOn === null).map((one) => [one.id, one]));
    const leaving = here.get(input.staffId);
    if (leaving === undefined)
      return refuse(
        'not-found',
        `${NOT_DONE}: this person is not in the directory any more. Look at it again.`,
      );
    const load = await readCaseLoad(db, leaving.id);
    const asked = new Map(input.pupils.map(({ entryId, staffId }) => [entryId, staffId]));
    const complete = load.length === asked.size && load.every(({ entryId }) => asked.has(entryId));
    if (leaving.version !== input.version || !complete) {
      return refuse(
        'conflict',
        `${NOT_DONE}: the case load of ${leaving.name} is another one than when you opened it. Look at it again.`,
      );
    }
    if (leftOn > today) {
      return refuse('invalid-input', `${NOT_DONE}: ${formatDate(leftOn)} is still to come.`, {
        fields: [{ path: 'leftOn', message: 'Enter today or an earlier day.' }],
      });
    }
    const unknown = input.pupils.findIndex(
      ({ staffId }) => staffId !== undefined && (staffId === leaving.id || !here.has(staffId)),
    );
    if (unknown >= 0) {
      return refuse('not-found', `${NOT_DONE}: somebody you chose is not in the directory any more.`, {
        fields: [{ path: `pupils.${String(unknown)}.staffId`, message: 'Choose somebody else.' }],
      });
    }
    const pupils = new Map(
      (await readRegister(db, schoolId, { state: 'open' })).map(({ id, pupilId }) => [id, pupilId]),
    );
    const notes: AuditNote[] = [];
    for (const { entryId, role } of load) {
      await endKeyWorker(db, entryId, today);
      const next = here.get(asked.get(entryId) ?? '');
      if (next !== undefined) {
        const { id: staffId, name } = next;
        const worker = { id: newId(), entryId, name, role: next.role, fromDate: today, staffId };
        await insertKeyWorker(db, worker);
      }
      await updateEntry(db, entryId, {});
      notes.push({
        subjectType: 'at-risk-entry',
        subjectId: entryId,
        detail: {
          pupilId: pupils.get(entryId),
          before: { name: leaving.name, role },
          after: next === undefined ? null : { name: next.name, role: next.role, staffId: next.id },
        },
      });
    }
    await updateSupportStaff(db, leaving.id, { leftOn });
    const handedOver = load.filter(({ entryId }) => asked.get(entryId) !== undefined).length;
    const value = { handedOver, withoutKeyWorker: load.length - handedOver };
    const detail = { before: { leftOn: null }, after: { leftOn }, name: leaving.name, ...value };
    return {
      ok: true,
      value: { value, audit: [{ subjectType: 'support-staff', subjectId: leaving.id, detail }, ...notes] },
    };
  });
