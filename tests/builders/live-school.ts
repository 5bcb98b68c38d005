import type { OperationInput } from '#shared/contract/contract.ts';
import type { TestApp } from './app.ts';
import { setUpSchool } from './school.ts';

export interface LiveSchool {
  readonly schoolId: string;
  /** A complete draft of two days for the school's one pupil. */
  readonly draft: OperationInput<'exclusions.save-draft'>;
}

/** A school with one pupil, for several programs at one database. */
export async function setUpDraft(app: TestApp): Promise<LiveSchool> {
  const { schoolId } = await setUpSchool(app);
  await app.services.store.write((db) =>
    db.insert(db.tables.pupils).values({
      id: 'pupil-1',
      schoolId,
      upn: 'A000000000001',
      surname: 'Okafor',
      forename: 'Amara',
      sex: 'F',
      dob: '2012-03-04',
      form: '9B',
      entryDate: '2023-09-04',
      senProvision: 'N',
      inCare: false,
      searchText: ' okafor amara',
      version: 1,
      updatedAt: '2025-09-01T08:00:00.000Z',
    }),
  );
  return {
    schoolId,
    draft: {
      pupilId: 'pupil-1',
      kind: 'fixed-period',
      startDate: '2025-11-13',
      halfDays: 4,
      incidentOn: '2025-11-12',
      incidentAt: '10.40',
      incidentPlace: 'Corridor',
      incidentAccount: 'Pushed another pupil.',
      reasons: ['PP'],
      decidedBy: 'Mrs Head',
    },
  };
}
