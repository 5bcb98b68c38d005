import { addDays } from '#shared/kernel/plain-date.ts';
import { readPupilsWithoutDuties } from '../storage/repositories/duties.ts';
import type { Services } from './context.ts';
import { LONG_OVER_DAYS, syncDutiesOfPupils } from './duty-sync.ts';
import { homeSchool } from './home-school.ts';

/**
 * Works out the duties of open cases that have none: they were issued by a version that did not know duties. To be
 * called once when the program starts; without such cases it only reads.
 */
export async function workOutMissingDuties({
  store,
  clock,
  newId,
}: Pick<Services, 'store' | 'clock' | 'newId'>): Promise<void> {
  const since = addDays(clock.today(), -LONG_OVER_DAYS);
  const pupilIds = await store.read(async (db) => {
    const home = await homeSchool(db);
    return home.ok ? readPupilsWithoutDuties(db, home.value.school.id, since) : [];
  });
  if (pupilIds.length === 0) return;
  const session = { userName: 'First Day', role: 'administrator' } as const;
  await store.write((db) =>
    syncDutiesOfPupils(db, { clock, session, newId }, pupilIds, 'the program was updated'),
  );
}
