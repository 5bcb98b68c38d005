import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** When the places of one exclusion or break begin. */
export interface PlacedSpan {
  readonly pupilId: string;
  readonly from: IsoDate;
}

/**
 * The first booked day of each exclusion and each break of these pupils (at most 500), in order. Places of one exclusion
 * are one, however many providers there were; places for pupils of other schools are none.
 */
export async function readPlacedSpans(db: Db, pupilIds: readonly string[]): Promise<readonly PlacedSpan[]> {
  const { placements, places } = db.tables;
  const first = sql<IsoDate>`min(${places.date})`;
  return db
    .select({ pupilId: placements.pupilId, from: first })
    .from(places)
    .innerJoin(placements, eq(placements.id, places.placementId))
    .where(
      and(
        inArray(placements.pupilId, [...pupilIds]),
        eq(places.state, 'booked'),
        ne(placements.purpose, 'visiting'),
      ),
    )
    .groupBy(placements.pupilId, sql`coalesce(${placements.exclusionId}, ${placements.id})`)
    .orderBy(asc(first));
}
