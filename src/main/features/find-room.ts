import type { Session } from '#shared/domain/calendar/types.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import type { Provider } from '#shared/domain/providers/types.ts';
import { readTaken } from '../storage/repositories/availability.ts';
import type { Db } from '../storage/store.ts';

/** Which of the sessions each provider has a place left in, by provider; every provider given is there. */
export type Room = ReadonlyMap<string, readonly Session[]>;

/**
 * Looks for room at any number of providers by one count of what is taken. Only room is asked, no other rule: whoever
 * has none here need not be asked the rest.
 */
export async function findRoom(
  db: Db,
  now: string,
  providers: readonly Pick<Provider, 'id' | 'sessions' | 'closures'>[],
  sessions: readonly Session[],
): Promise<Room> {
  const dates = sessions.map(({ date }) => date).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return new Map(providers.map(({ id }) => [id, []]));
  const only = providers.length === 1 ? providers[0]?.id : undefined;
  const capacities = providers.map((provider) => sessions.map((session) => capacityOn(provider, session)));
  // Who has fewer taken than the smallest capacity has room for sure, and need not be read.
  const atLeast = capacities.flat().reduce((least, one) => (one > 0 && one < least ? one : least), Infinity);
  if (atLeast === Infinity) return new Map(providers.map(({ id }) => [id, []]));
  const taken = await readTaken(db, now, { from, to, providerId: only, atLeast });
  const takenIn = sessions.map(taken);
  return new Map(
    providers.map(({ id }, at) => [
      id,
      sessions.filter((_, then) => (capacities[at]?.[then] ?? 0) > (takenIn[then]?.get(id) ?? 0)),
    ]),
  );
}
