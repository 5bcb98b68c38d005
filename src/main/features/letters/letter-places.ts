import type { TaughtSession } from '#shared/domain/letters/types.ts';
import { weekdayOf } from '#shared/kernel/plain-date.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import type { Db } from '../../storage/store.ts';

/** Where the pupil of a case is taught, session by session, with what a letter must say of each place. */
export async function readTaughtSessions(
  db: Db,
  now: string,
  { schoolId, exclusionId }: { readonly schoolId: string; readonly exclusionId: string },
): Promise<readonly TaughtSession[]> {
  const places = await readActivePlaces(db, now, { exclusionIds: [exclusionId] });
  if (places.length === 0) return [];
  const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
  return places.flatMap(({ date, slot, state, providerId }) => {
    const provider = providers.get(providerId);
    if (provider === undefined) return [];
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
