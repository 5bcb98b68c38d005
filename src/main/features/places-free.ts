import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import type { ActivePlace } from '../storage/repositories/places.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';

/**
 * Places a provider has on a half day, taken or free: none when it is not in use, does not run then, or is closed. The
 * one place to take account of anything else that takes places out of use.
 */
export function placesOffered(provider: StoredProvider, session: Session): number {
  const { countsAs, againstGuidance } = KIND_FACTS[provider.kind];
  if (!provider.active || countsAs !== 'supervised' || againstGuidance) return 0;
  return capacityOn(provider, session);
}

/** Counts places at half days: `free` at supervised providers, and `taken` at whatever provider. */
export function placesAt(
  providers: readonly StoredProvider[],
  places: readonly ActivePlace[],
): (session: Session) => { readonly free: number; readonly taken: number } {
  const bySession = groupRows(places, sessionKey);
  const byProvider = groupRows(places, (place) => `${place.providerId} ${sessionKey(place)}`);
  return (session) => ({
    free: providers.reduce((sum, provider) => {
      const taken = byProvider.get(`${provider.id} ${sessionKey(session)}`)?.length ?? 0;
      return sum + Math.max(0, placesOffered(provider, session) - taken);
    }, 0),
    taken: bySession.get(sessionKey(session))?.length ?? 0,
  });
}
