import type { TaughtSession } from '#shared/domain/letters/types.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { weekdayOf } from '#shared/kernel/plain-date.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import { readHomeVisits } from '../../storage/repositories/stay-records.ts';
import type { Db } from '../../storage/store.ts';

/**
 * Where the pupil of a case is taught, session by session, with what a letter must say of each place. Study at home on
 * a day for which no visit is down is no education, and no letter says that it is.
 */
export async function readTaughtSessions(
  db: Db,
  now: string,
  { schoolId, exclusionId }: { readonly schoolId: string; readonly exclusionId: string },
): Promise<readonly TaughtSession[]> {
  const places = await readActivePlaces(db, now, { exclusionIds: [exclusionId] });
  if (places.length === 0) return [];
  const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
  const atHome = places.filter(({ providerId }) => countsWhenVisited(providers.get(providerId)));
  const visited = new Set<string>();
  for (const placementId of new Set(atHome.map((place) => place.placementId))) {
    for (const { date } of await readHomeVisits(db, placementId)) visited.add(`${placementId} ${date}`);
  }
  return places.flatMap(({ date, slot, state, providerId, placementId }) => {
    const provider = providers.get(providerId);
    if (provider === undefined) return [];
    if (countsWhenVisited(provider) && !visited.has(`${placementId} ${date}`)) return [];
    const times = provider.sessions.find((one) => one.weekday === weekdayOf(date) && one.slot === slot);
    const contact = [provider.contactName, provider.contactPhone];
    return {
      date,
      slot,
      state,
      provider: provider.name,
      ...(provider.address ? { address: provider.address } : {}),
      ...(provider.contactName ? { contact: contact.filter((part) => part).join(', ') } : {}),
      ...(times === undefined ? {} : { starts: times.starts, ends: times.ends }),
    };
  });
}

const countsWhenVisited = (provider: StoredProvider | undefined): boolean =>
  provider !== undefined && KIND_FACTS[provider.kind].countsAs === 'supervised-when-visited';
