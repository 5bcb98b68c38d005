import type { OperationInput } from '#shared/contract/contract.ts';
import type { Store } from '#main/storage/store.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { addPupils, pupilRecord } from './pupil-row.ts';

const NAMES = [
  ['Draycott', 'Niamh'],
  ['Orme', 'Callum'],
  ['Sethi', 'Priya'],
] as const;

/** Three pupils with a parent each, and what the school’s letters carry, in a school that `setUpSchool` made. */
export async function addAwayPupils(store: Store, schoolId = 'school-1'): Promise<readonly string[]> {
  await addPupils(
    { services: { store, clock: fixedClock('2025-11-12') } },
    NAMES.map(([surname, forename], at) => pupilRecord(at + 1, { surname, forename })),
  );
  const pupils = await store.read((db) => db.select({ id: db.tables.pupils.id }).from(db.tables.pupils));
  const ids = pupils.map(({ id }) => id).toSorted();
  await store.write(async (db) => {
    await db.insert(db.tables.contacts).values(
      ids.map((pupilId) => ({
        id: `contact-${pupilId}`,
        pupilId,
        relation: 'parent' as const,
        name: 'Ms Dana Ashdown',
        address: '14 Mill Lane\nWestbrook',
        position: 1,
        version: 1,
      })),
    );
    await db.insert(db.tables.schoolDetails).values({
      schoolId,
      address: 'Hill Road\nWestbrook',
      phone: '01632 960100',
      email: 'office@test-high.example',
      authorityContact: 'Mr Tom Reed',
      authorityAddress: 'Civic Centre\nWestbrook',
      authorityPhone: '01632 960200',
      clerkName: 'Mrs Joan Pike',
      clerkAddress: 'Test High School, Hill Road, Westbrook',
      clerkPhone: '01632 960101',
      advice: 'Westbrook advice service, 01632 960300\nChild Law Line, 01632 960301',
      version: 1,
    });
  });
  return ids;
}

/** A complete exclusion of two days from Thursday 13 November 2025. */
export const awayDraft = (pupilId: string): OperationInput<'exclusions.issue'> => ({
  pupilId,
  kind: 'fixed-period',
  startDate: '2025-11-13',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAt: '10.40',
  incidentPlace: 'Corridor',
  incidentAccount: 'Pushed another pupil.',
  reasons: ['PP'],
  decidedBy: 'Mrs Head',
});
