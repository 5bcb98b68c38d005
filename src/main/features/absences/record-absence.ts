import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse, type FieldError } from '#shared/kernel/result.ts';
import { findPupil, type PupilRecord } from '../../storage/repositories/pupils.ts';
import { insertAbsence, type AbsenceRecord } from '../../storage/repositories/requested-absences.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** An arrangement may be noted before it begins, but nobody asks for next term. */
const AHEAD_DAYS = 30;

type Days = Pick<AbsenceRecord, 'fromDate' | 'toDate'>;

/** Notes that the school asked for a pupil to be kept at home. It is a note: nothing counts it as an exclusion. */
export const recordAbsence: Handler<'absences.record'> = ({ change, clock, newId, session }, input) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const pupil = await findPupil(db, home.value.school.id, input.pupilId);
    if (pupil === undefined) return refuse('not-found', 'This pupil is not on your roll. Nothing was noted.');
    const { pupilId, from: fromDate, to: toDate, askedBy, account } = input;
    const fields = dayProblems({ fromDate, toDate }, pupil, clock.today());
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was noted: the dates need correcting.', { fields });
    }
    const absence: AbsenceRecord = {
      id: newId(),
      pupilId,
      fromDate,
      toDate,
      askedBy,
      account,
      exclusionId: null,
      recordedBy: session.userName,
      recordedAt: clock.now(),
      version: 1,
    };
    await insertAbsence(db, absence);
    return {
      ok: true,
      value: {
        value: { id: absence.id },
        audit: { subjectType: 'pupil', subjectId: pupilId, detail: { after: absence } },
      },
    };
  });

function dayProblems({ fromDate, toDate }: Days, pupil: PupilRecord, today: string): readonly FieldError[] {
  if (toDate < fromDate) return [{ path: 'to', message: 'The last day is before the first.' }];
  const latest = addDays(today, AHEAD_DAYS);
  if (toDate > latest) {
    return [
      { path: 'to', message: `Enter a day up to ${formatDate(latest)}, ${String(AHEAD_DAYS)} days ahead.` },
    ];
  }
  const { entryDate, leavingDate } = pupil;
  if (entryDate !== null && fromDate < entryDate) {
    return [
      { path: 'from', message: `The pupil has been on your roll only since ${formatDate(entryDate)}.` },
    ];
  }
  if (leavingDate !== null && fromDate > leavingDate) {
    return [{ path: 'from', message: `The pupil left your roll on ${formatDate(leavingDate)}.` }];
  }
  return [];
}
