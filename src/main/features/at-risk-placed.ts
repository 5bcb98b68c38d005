import { readCriteria } from '../storage/repositories/at-risk-criteria.ts';
import { findPupil } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';
import { syncAtRisk } from './at-risk-sync.ts';
import type { AuditNote, Context } from './context.ts';
import { homeSchool } from './home-school.ts';

/**
 * Puts a pupil whose place was just booked on the at-risk register when the criteria of the pupil's school count places.
 * In the transaction of the booking; gives its audit rows.
 */
export async function syncPlaced(
  db: Db,
  context: Pick<Context, 'clock' | 'newId' | 'session'>,
  { pupilId, schoolId }: { readonly pupilId: string; readonly schoolId: string },
): Promise<readonly AuditNote[]> {
  const home = await homeSchool(db);
  // Pupils of other schools are on the registers of theirs.
  if (!home.ok || home.value.school.id !== schoolId) return [];
  const { criteria } = await readCriteria(db, schoolId);
  if (criteria.every(({ rule }) => rule.kind !== 'placed-times')) return [];
  const pupil = await findPupil(db, schoolId, pupilId);
  return pupil === undefined ? [] : (await syncAtRisk(db, context, pupil)).audit;
}
