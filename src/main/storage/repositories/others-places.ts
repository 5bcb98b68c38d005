import { and, eq, gt, gte, inArray, lte, or } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { ActivePlace, PlaceFilter } from './places.ts';

/** Who has a place that another school booked: nobody here knows. */
const SOMEBODY = 'A pupil of another school';

/**
 * Places that other schools take up at providers of the whole area, for counting: without names, and with an id for each
 * pupil that leads nowhere. None on one PC. Conditions about pupils and exclusions are never met by them.
 */
export async function readOthersPlaces(
  db: Db,
  now: string,
  { from, to, dates, providerId, exclusionIds, pupilIds, around }: PlaceFilter,
): Promise<readonly ActivePlace[]> {
  if (db.shared === undefined || exclusionIds !== undefined || pupilIds !== undefined) return [];
  const { others } = db.shared.views;
  const first = from ?? around?.from;
  const last = to ?? around?.to;
  const rows = await db
    .select()
    .from(others)
    .where(
      and(
        or(eq(others.state, 'booked'), gt(others.heldUntil, now)),
        first === undefined ? undefined : gte(others.date, first),
        last === undefined ? undefined : lte(others.date, last),
        dates === undefined ? undefined : inArray(others.date, [...dates]),
        providerId === undefined ? undefined : eq(others.providerId, providerId),
      ),
    );
  return rows.map(({ heldUntil, ...place }) => ({
    ...place,
    placementId: place.id,
    exclusionId: null,
    schoolId: 'another school',
    outcome: null,
    purpose: 'exclusion',
    madeAt: '',
    name: SOMEBODY,
    ...(place.state === 'held' && heldUntil !== null ? { heldUntil } : {}),
  }));
}
