import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import type { StoredPlace } from '../storage/repositories/places.ts';
import { readWaiting, type Waiting } from '../storage/repositories/wait-list.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { homeSchool } from './home-school.ts';
import { readItineraryFacts } from './itinerary-facts.ts';

/**
 * Who waits for one of these places, which have just become free, and could have it by every rule; in the order in
 * which they asked. The pupil who gave a place up is not among them.
 */
export async function whoWaits(
  db: Db,
  context: Pick<Context, 'clock'>,
  freed: readonly StoredPlace[],
): Promise<readonly Waiting[]> {
  const home = await homeSchool(db);
  if (!home.ok) return [];
  const found: Waiting[] = [];
  for (const [providerId, places] of groupRows(freed, (place) => place.providerId)) {
    for (const waiting of await readWaiting(db, home.value.school.id, { providerId })) {
      const { exclusionId } = waiting;
      if (places.some((place) => place.exclusionId === exclusionId)) continue;
      const facts = await readItineraryFacts(db, context, exclusionId, 'Nothing was looked up');
      const option = facts.ok ? facts.value.options.find(({ id }) => id === providerId) : undefined;
      if (!facts.ok || option === undefined) continue;
      const sessions = new Set(places.map(sessionKey));
      const could = facts.value.uncovered.some((session) => {
        const against = option.refusals.get(sessionKey(session)) ?? [];
        return sessions.has(sessionKey(session)) && against.every(({ type }) => type === 'escort');
      });
      if (could) found.push(waiting);
    }
  }
  return found;
}
