import type { Session } from '#shared/domain/calendar/types.ts';
import { placeUse, stayDays, type EarlierStay } from '#shared/domain/use/place-use.ts';
import type { PlaceUse, UsedPlace } from '#shared/domain/use/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import { readStaysBefore, readUsedPlaces } from '../storage/repositories/place-use.ts';
import { readProviders, type StoredProvider } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';
import { offeredOn } from './offered-on.ts';

/** What one provider offered in a period, and what became of it. */
export interface ProviderUse {
  readonly provider: StoredProvider;
  readonly places: readonly UsedPlace[];
  /** Places offered, by month (`YYYY-MM`). */
  readonly months: ReadonlyMap<string, number>;
  readonly use: PlaceUse;
  /** School days of each stay within the period. */
  readonly stayDays: readonly number[];
}

/**
 * Use of the providers a school books at, in order of name, also of those without any; and every booked place of the
 * period. Offered is what they have in the sessions on which the school meets, less closures.
 */
export async function readProviderUse(
  db: Db,
  {
    schoolId,
    sessions,
    from,
    to,
  }: {
    readonly schoolId: string;
    readonly sessions: readonly Session[];
    readonly from: IsoDate;
    readonly to: IsoDate;
  },
): Promise<{ readonly providers: readonly ProviderUse[]; readonly places: readonly UsedPlace[] }> {
  const places = await readUsedPlaces(db, { from, to });
  // What was elsewhere is no repeat here: years of stays are looked through once, not once for each provider.
  const earlierAt: ReadonlyMap<string, readonly EarlierStay[]> = groupRows(
    await readStaysBefore(db, from),
    ({ providerId }) => providerId,
  );
  const placesAt = groupRows(places, ({ providerId }) => providerId);
  const providers = (await readProviders(db, { schoolId })).map((provider): ProviderUse => {
    const own = placesAt.get(provider.id) ?? [];
    const months = offeredOn(provider, sessions, places);
    const offered = [...months.values()].reduce((sum, one) => sum + one, 0);
    return {
      provider,
      places: own,
      months,
      use: placeUse({ offered, costPence: provider.rules.costPence }, own, earlierAt.get(provider.id) ?? []),
      stayDays: stayDays(own),
    };
  });
  const byName = providers.toSorted((a, b) => a.provider.name.localeCompare(b.provider.name, 'en-GB'));
  return { providers: byName, places };
}
