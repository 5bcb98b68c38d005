import { refuse } from '#shared/kernel/result.ts';
import { exclusionsOfPupil, pupilsOfSchool } from '../../storage/repositories/received-pupils.ts';
import type { Handler } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';

/** The pupils behind a school's figures of a year; for those who may see pupils. */
export const schoolPupils: Handler<'authority.school-pupils'> = (context, { laEstab, schoolYear }) =>
  context.read(async (db) => ({
    ok: true,
    value: {
      pupils: (await pupilsOfSchool(db, laEstab, schoolYear)).map(
        ({ upn, surname, forename, ncYear, fixedPeriod, halfDays, permanent, last }) => ({
          upn,
          name: `${forename} ${surname}`,
          ...(ncYear === null ? {} : { ncYear }),
          fixedPeriod,
          days: halfDays / 2,
          permanent,
          last,
        }),
      ),
    },
  }));

/** One pupil's exclusions at every school that has returned any, by the UPN; newest first. */
export const receivedPupil: Handler<'authority.pupil'> = (context, { upn }) =>
  context.read(async (db) => {
    const rows = await exclusionsOfPupil(db, upn);
    const [latest] = rows;
    if (latest === undefined) return refuse('not-found', 'No return that counts has a pupil with this UPN.');
    const expected = await expectedSchools(db, context.nationalSchools);
    const { forename, surname, dob } = latest.exclusion;
    return {
      ok: true,
      value: {
        upn,
        name: `${forename} ${surname}`,
        dob,
        exclusions: rows.map(({ exclusion, schoolName }) => ({
          key: `${exclusion.returnId} ${exclusion.position}`,
          laEstab: exclusion.laEstab,
          schoolName: schoolFrom(expected, exclusion.laEstab, schoolName).name,
          category: exclusion.category,
          reasons: [...exclusion.reasons],
          startDate: exclusion.startDate,
          ...(exclusion.sessions === null ? {} : { days: exclusion.sessions / 2 }),
          ...(exclusion.ncYear === null ? {} : { ncYear: exclusion.ncYear }),
        })),
      },
    };
  });
