import type { Session } from '#shared/domain/calendar/types.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import type { UsedPlace } from '#shared/domain/use/types.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';

/**
 * Places a provider offered in these sessions, by month (`YYYY-MM`): its capacity less closures and places out of use.
 * Study at home keeps no places ready: what was booked is what was offered.
 */
export function offeredOn(
  provider: StoredProvider,
  sessions: readonly Session[],
  places: readonly UsedPlace[],
): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const add = (date: string, count: number) => {
    const month = date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + count);
  };
  if (KIND_FACTS[provider.kind].countsAs === 'supervised') {
    for (const session of sessions) add(session.date, capacityOn(provider, session));
  } else {
    for (const { providerId, date } of places) if (providerId === provider.id) add(date, 1);
  }
  return months;
}
