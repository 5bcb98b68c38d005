import { checkSessionTimes } from '#shared/domain/calendar/check-session-times.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readSessionTimes, replaceSessionTimes } from '../../storage/repositories/calendar-writes.ts';
import { writePromises } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/**
 * Replaces the times of the school day and the area's promise. Nothing that is recorded changes by it: an exclusion has
 * half days, not hours, and the promise is worked out whenever it is shown.
 */
export const saveDay: Handler<'calendar.save-day'> = ({ change }, after) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const fields = checkSessionTimes(after.sessionTimes);
    if (fields.length > 0) {
      return refuse('invalid-input', 'The school day was not saved: some times need correcting.', { fields });
    }
    const { school, workspace } = home.value;
    const { promiseFromDay, promiseInCareFromDay } = workspace;
    const before = {
      sessionTimes: await readSessionTimes(db, school.id),
      ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
      ...(promiseInCareFromDay === undefined ? {} : { promiseInCareFromDay }),
    };
    await replaceSessionTimes(db, school.id, after.sessionTimes);
    await writePromises(db, after);
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'school-day', subjectId: school.id, detail: { before, after } },
      },
    };
  });
