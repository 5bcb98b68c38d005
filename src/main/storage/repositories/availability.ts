import { and, count, eq, gte, lte, sql } from 'drizzle-orm';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { readOthersPlaces } from './others-places.ts';

/** Which sessions to count; `providerId` for one provider only. Both days included. */
export interface TakenFilter {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly providerId?: string | undefined;
  /** Leaves out sessions of providers with fewer places taken than this. */
  readonly atLeast?: number | undefined;
}

/** Places taken in a session, by provider; a provider that is missing has none taken, or too few to be counted. */
export type TakenIn = (session: Session) => ReadonlyMap<string, number>;

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * How many places are taken in the sessions of these days at the instant `now` (UTC ISO), for any number of providers:
 * one count that the index of taken places answers by itself, and one for holds that have run out since.
 */
export async function readTaken(db: Db, now: string, filter: TakenFilter): Promise<TakenIn> {
  const taken = new Map<string, Map<string, number>>();
  const add = (session: string, providerId: string, more: number) => {
    const there = taken.get(session);
    if (there === undefined) taken.set(session, new Map([[providerId, more]]));
    else there.set(providerId, (there.get(providerId) ?? 0) + more);
  };
  const others = await readOthersPlaces(db, now, filter);
  // Too few of ours may be enough with those of others.
  const [row] = await takenQuery(db, others.length === 0 ? filter : { ...filter, atLeast: 1 });
  for (const line of row?.lines?.split('\n') ?? []) {
    const space = line.indexOf(' ', SESSION_LENGTH + 1);
    add(line.slice(0, SESSION_LENGTH), line.slice(space + 1), Number(line.slice(SESSION_LENGTH + 1, space)));
  }
  for (const lapsed of await lapsedQuery(db, now, filter)) add(sessionKey(lapsed), lapsed.providerId, -1);
  for (const other of others) add(sessionKey(other), other.providerId, 1);
  return (session) => taken.get(sessionKey(session)) ?? NONE;
}

/** "2025-06-03 am". */
const SESSION_LENGTH = 13;

/**
 * The count itself, still to be run; a test looks at how the engine answers it. One text with a line for each session of
 * each provider, "2025-06-03 am 4 ID": a thousand rows would take longer to hand over than to count.
 */
export function takenQuery(db: Db, { from, to, providerId, atLeast = 1 }: TakenFilter) {
  const { places } = db.tables;
  const counts = db
    .select({
      providerId: places.providerId,
      date: places.date,
      slot: places.slot,
      taken: count().as('taken'),
    })
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
    .groupBy(places.date, places.slot, places.providerId)
    .having(gte(count(), atLeast))
    .as('counts');
  const line = sql`${counts.date} || ' ' || ${counts.slot} || ' ' || ${counts.taken} || ' ' || ${counts.providerId}`;
  return db.select({ lines: sql<string | null>`string_agg(${line}, ${sql.raw("'\n'")})` }).from(counts);
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
