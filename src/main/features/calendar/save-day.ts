import { checkSessionTimes } from '#shared/domain/calendar/check-session-times.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readSessionTimes, replaceSessionTimes } from '../../storage/repositories/calendar-writes.ts';
import { writePromises } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';

/**
 * Replaces the times of the school day and the area's promises. No exclusion changes by it, which has half days, not
 * hours; what open cases owe by the promise is worked out again.
 */
export const saveDay: Handler<'calendar.save-day'> = (context, after) =>
  context.change(async (db) => {
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
    if (promiseFromDay !== after.promiseFromDay || promiseInCareFromDay !== after.promiseInCareFromDay) {
      await syncDutiesOfPupils(db, context, 'all', 'the area’s promise of education was changed');
    }
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'school-day', subjectId: school.id, detail: { before, after } },
      },
    };
  });
