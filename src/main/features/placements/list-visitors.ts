import { readOtherSchools, readVisitors } from '../../storage/repositories/visitors.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Pupils of other schools who are on record here, and the schools that one can come from. */
export const listVisitors: Handler<'places.visitors'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const visitors = await readVisitors(db, schoolId);
    const schools = await readOtherSchools(db, schoolId);
    return {
      ok: true,
      value: {
        pupils: visitors.map(({ id, forename, surname, upn, ncYear, schoolName }) => ({
          pupilId: id,
          name: `${forename} ${surname}`,
          upn,
          ...(ncYear === null ? {} : { ncYear }),
          schoolName,
        })),
        schools: schools.map(({ id, name }) => ({ id, name })),
      },
    };
  });
