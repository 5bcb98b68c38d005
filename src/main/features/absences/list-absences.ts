import { readAbsences } from '../../storage/repositories/requested-absences.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Absences at the school's request: all of one pupil, or those of any pupil that were never recorded properly. */
export const listAbsences: Handler<'absences.list'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const rows = await readAbsences(db, { schoolId, pupilId, open: pupilId === undefined });
    return {
      ok: true,
      value: {
        absences: rows.map(({ absence, name, form, recordedAs }) => ({
          id: absence.id,
          pupilId: absence.pupilId,
          name,
          ...(form === null ? {} : { form }),
          from: absence.fromDate,
          to: absence.toDate,
          askedBy: absence.askedBy,
          account: absence.account,
          ...(recordedAs === null
            ? {}
            : { exclusion: { id: recordedAs.id, draft: recordedAs.state === 'draft' } }),
          recordedBy: absence.recordedBy,
          recordedAt: absence.recordedAt,
        })),
      },
    };
  });
