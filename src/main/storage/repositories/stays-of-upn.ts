import { and, desc, eq, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** A stay's booked places; sessions are half days. */
export interface StayOfUpn {
  readonly providerName: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sessions: number;
  readonly attended: number;
  readonly notTakenUp: number;
}

/** Stays of the pupil with this number, of whatever school, the latest first; only their booked places. */
export async function readStaysOfUpn(db: Db, upn: string): Promise<readonly StayOfUpn[]> {
  const { places, placements, providers, pupils } = db.tables;
  const from = sql<string>`min(${places.date})`;
  return db
    .select({
      providerName: providers.name,
      from,
      to: sql<string>`max(${places.date})`,
      sessions: sql<number>`count(*)`.mapWith(Number),
      attended: sql<number>`count(CASE WHEN ${places.outcome} = 'attended' THEN 1 END)`.mapWith(Number),
      notTakenUp:
        sql<number>`count(CASE WHEN ${places.outcome} IN ('absent', 'declined', 'excluded-from-centre') THEN 1 END)`.mapWith(
          Number,
        ),
    })
    .from(places)
    .innerJoin(placements, eq(placements.id, places.placementId))
    .innerJoin(providers, eq(providers.id, places.providerId))
    .innerJoin(pupils, eq(pupils.id, placements.pupilId))
    .where(and(eq(pupils.upn, upn), eq(places.state, 'booked')))
    .groupBy(placements.id, providers.name)
    .orderBy(desc(from), placements.id);
}
