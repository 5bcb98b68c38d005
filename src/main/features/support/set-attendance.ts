import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { attendanceOn, writeAttendance } from '../../storage/repositories/attendance-figures.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Notes a figure of attendance, and puts the pupil on the at-risk register when it meets a criterion. */
export const setAttendance: Handler<'support.set-attendance'> = (context, input) =>
  context.change<OperationOutput<'support.set-attendance'>>(async (db) => {
    const { clock, session } = context;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { pupilId, percent, source } = input;
    const on = input.on ?? clock.today();
    const pupil = await findPupil(db, home.value.school.id, pupilId);
    if (pupil === undefined) {
      return refuse('not-found', 'Nothing was noted: this pupil is not on the school’s list.', {
        fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
      });
    }
    if (on > clock.today()) {
      return refuse('invalid-input', `Nothing was noted: ${formatDate(on)} is still to come.`, {
        fields: [{ path: 'on', message: 'Enter today or an earlier day.' }],
      });
    }
    const before = await attendanceOn(db, pupilId, on);
    const after = { on, percent, source };
    await writeAttendance(db, {
      pupilId,
      ...after,
      recordedBy: session.userName,
      recordedAt: clock.now(),
    });
    const { entryId, as, audit } = await syncAtRisk(db, context, pupil);
    const detail = { attendance: { ...(before ? { before } : {}), after } };
    return {
      ok: true,
      value: {
        value: { ...(entryId === undefined ? {} : { entryId }), as },
        audit: [{ subjectType: 'pupil', subjectId: pupilId, detail }, ...audit],
      },
    };
  });
