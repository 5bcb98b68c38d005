import { halfTermsOf, type HalfTerm } from '#shared/domain/support/half-terms.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { readCalendar } from '../storage/repositories/workspace.ts';
import type { Db } from '../storage/store.ts';

/** The half terms that a school has entered, in order. */
export async function readHalfTerms(db: Db, schoolId: string): Promise<readonly HalfTerm[]> {
  const { terms } = await readCalendar(db, schoolId);
  return halfTermsOf(terms, await readCalendarIndex(db, schoolId));
}
