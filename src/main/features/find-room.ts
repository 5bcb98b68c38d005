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
  const taken = await readTaken(db, now, { from, to, providerId: only });
  return new Map(
    providers.map((provider) => [
      provider.id,
      sessions.filter((session) => capacityOn(provider, session) > taken.at(provider.id, session)),
    ]),
  );
}
