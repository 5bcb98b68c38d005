import { refuse } from '#shared/kernel/result.ts';
import { readExams, readExamsOfPupil } from '../../storage/repositories/exams.ts';
import { findPupil, readPupilNames } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Examinations in order of their days: all of the school's, or those of one pupil with the year group's. */
export const listExams: Handler<'exams.list'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const pupil = pupilId === undefined ? undefined : await findPupil(db, schoolId, pupilId);
    if (pupilId !== undefined && pupil === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Go back to the list and choose again.');
    }
    const exams =
      pupil === undefined ? await readExams(db, schoolId) : await readExamsOfPupil(db, schoolId, pupil);
    const ids = [...new Set(exams.flatMap((exam) => exam.pupilId ?? []))];
    const names = await readPupilNames(db, schoolId, ids);
    return {
      ok: true,
      value: {
        exams: exams.map(({ id, pupilId: whose, ncYear, kind, name, date, slot }) => {
          const of = whose === null ? undefined : names.get(whose);
          return {
            id,
            ...(whose === null || of === undefined
              ? {}
              : { pupil: { id: whose, name: of.name, ...(of.form === null ? {} : { form: of.form }) } }),
            ...(ncYear === null ? {} : { ncYear }),
            kind,
            name,
            date,
            slot,
          };
        }),
      },
    };
  });
