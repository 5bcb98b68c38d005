import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import type { PupilRecord } from '#main/storage/repositories/pupils.ts';
import type { SchoolHost } from './school.ts';
import { testUpn } from './pupil-upn.ts';

/** A pupil of year 9 as kept; `serial` makes id, UPN and name, `more` overrides. */
export function pupilRecord(serial: number, more: Partial<PupilRecord> = {}): PupilRecord {
  const pupil: PupilRecord = {
    id: `pupil-${String(serial)}`,
    schoolId: 'school-1',
    upn: testUpn(serial),
    formerUpn: null,
    surname: `Surname${String(serial)}`,
    forename: 'Alex',
    middleNames: null,
    preferredSurname: null,
    sex: 'F',
    dob: '2011-10-09',
    ncYear: '9',
    form: '9A',
    enrolStatus: 'C',
    entryDate: '2023-09-04',
    leavingDate: null,
    senProvision: 'N',
    inCare: false,
    careAuthority: null,
    ethnicity: null,
    fsm: null,
    searchText: '',
    version: 1,
    updatedAt: '2025-09-01T08:00:00.000Z',
    ...more,
  };
  return { ...pupil, searchText: pupilSearchText(pupil) };
}

/** Puts pupils on the roll of `setUpSchool`, straight into the tables. */
export async function addPupils(app: SchoolHost, pupils: readonly PupilRecord[]): Promise<void> {
  await app.services.store.write((db) => insertPupils(db, pupils));
}
