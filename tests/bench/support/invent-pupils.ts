import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import { createUpnIssuer } from '#main/demonstration/make-upn.ts';
import { makePerson, ncYearOf, yearGroupOf } from '#main/demonstration/person.ts';
import { createRandom } from '#main/demonstration/random.ts';
import type { AreaPupil } from '#main/demonstration/types.ts';
import type { PupilRecord } from '#main/storage/repositories/pupils.ts';

const SEED = 20_251_112;
const SCHOOL_YEAR = 2025;
const YEAR_GROUPS = [7, 8, 9, 10, 11, 12, 13];
const FORMS = 'ABCDEFGHJKLM';
/** A school issues at most 999 numbers a year, so that many pupils come from many schools. */
const ISSUING_SCHOOLS = Array.from({ length: 60 }, (_, at) => `201${String(2001 + at)}`);

/** Invented pupils of a secondary school on 12 November 2025, the same ones at every run. */
export function inventPupils(count: number): readonly AreaPupil[] {
  const random = createRandom(SEED);
  const upns = createUpnIssuer();
  return Array.from({ length: count }, () => {
    const yearGroup = random.pick(YEAR_GROUPS);
    const cohort = SCHOOL_YEAR - yearGroup;
    return makePerson(random, upns, ISSUING_SCHOOLS, {
      cohort,
      entryDate: `${String(SCHOOL_YEAR - (yearGroup - 7))}-09-03`,
      ncYear: ncYearOf(yearGroupOf(cohort, SCHOOL_YEAR)),
      form: `${String(yearGroup)}${random.pick([...FORMS])}`,
      boys: 0.5,
      support: 0.13,
      plans: 0.04,
    }).pupil;
  });
}

/** The same as rows of the roll of `setUpSchool`. */
export const pupilRows = (pupils: readonly AreaPupil[]): readonly PupilRecord[] =>
  pupils.map((pupil, at) => ({
    id: `pupil-${String(at + 1).padStart(5, '0')}`,
    schoolId: 'school-1',
    ...pupil,
    fsm: null,
    searchText: pupilSearchText(pupil),
    version: 1,
    updatedAt: '2025-09-01T08:00:00.000Z',
  }));
