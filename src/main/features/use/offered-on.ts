import type { Session } from '#shared/domain/calendar/types.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';

/** Places a provider offered in these sessions, by month (`YYYY-MM`): its capacity less closures and places out of use. */
export function offeredOn(
  provider: StoredProvider,
  sessions: readonly Session[],
): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const session of sessions) {
    const month = session.date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + capacityOn(provider, session));
  }
  return months;
}
