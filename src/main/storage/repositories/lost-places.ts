import { and, eq, or, sql } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** A place of an exclusion that was not taken up for a reason that a new suggestion has to know. */
export interface LostPlace extends Session {
  readonly providerId: string;
  readonly why: 'declined' | 'excluded-from-centre';
}

/** Places of an exclusion that the parents declined, or from whose provider the pupil was excluded. */
export async function readLostPlaces(db: Db, exclusionId: string): Promise<readonly LostPlace[]> {
  const { places } = db.tables;
  const rows = await db
    .select({
      providerId: places.providerId,
      date: places.date,
      slot: places.slot,
      excluded: sql<number>`CASE WHEN ${places.outcome} = 'excluded-from-centre'
        OR ${places.endedCode} = 'excluded-from-centre' THEN 1 ELSE 0 END`,
    })
    .from(places)
    .where(
      and(
        eq(places.exclusionId, exclusionId),
        or(
          sql`${places.outcome} IN ('declined', 'excluded-from-centre')`,
          sql`${places.endedCode} IN ('declined-by-parent', 'excluded-from-centre')`,
        ),
      ),
    );
  return rows.map(({ excluded, ...place }) => ({
    ...place,
    why: excluded === 1 ? 'excluded-from-centre' : 'declined',
  }));
}
