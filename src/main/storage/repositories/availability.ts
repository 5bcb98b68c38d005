import { and, count, eq, gte, lte, sql } from 'drizzle-orm';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** Which sessions to count; `providerId` for one provider only. Both days included. */
export interface TakenFilter {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly providerId?: string | undefined;
}

/** Places taken, by provider and session. */
export interface TakenPlaces {
  at(providerId: string, session: Session): number;
}

/**
 * How many places are taken in the sessions of these days at the instant `now` (UTC ISO), for any number of providers:
 * one count that the index of taken places answers by itself, and one for holds that have run out since.
 */
export async function readTaken(db: Db, now: string, filter: TakenFilter): Promise<TakenPlaces> {
  const taken = new Map<string, number>();
  const keyOf = (providerId: string, session: Session) => `${providerId} ${sessionKey(session)}`;
  for (const row of await takenQuery(db, filter)) taken.set(keyOf(row.providerId, row), row.taken);
  for (const row of await lapsedQuery(db, now, filter)) {
    const key = keyOf(row.providerId, row);
    taken.set(key, (taken.get(key) ?? 0) - 1);
  }
  return { at: (providerId, session) => taken.get(keyOf(providerId, session)) ?? 0 };
}

/** The count itself, still to be run; a test looks at how the engine answers it. */
export function takenQuery(db: Db, { from, to, providerId }: TakenFilter) {
  const { places } = db.tables;
  return db
    .select({ providerId: places.providerId, date: places.date, slot: places.slot, taken: count() })
    .from(places)
    .where(
      and(
        // Written out, not as a parameter, so that the partial index can answer.
        sql`${places.state} IN ('held', 'booked')`,
        gte(places.date, from),
        lte(places.date, to),
        providerId === undefined ? undefined : eq(places.providerId, providerId),
      ),
    )
    .groupBy(places.date, places.slot, places.providerId);
}

/** Holds that have run out and that no change has marked yet: few, found by the index of holds. */
export function lapsedQuery(db: Db, now: string, { from, to }: TakenFilter) {
  const { places } = db.tables;
  return db
    .select({ providerId: places.providerId, date: places.date, slot: places.slot })
    .from(places)
    .where(
      and(
        sql`${places.state} = 'held'`,
        lte(places.heldUntil, now),
        gte(places.date, from),
        lte(places.date, to),
      ),
    );
}
