import { toDayNumber, weekdayOfDayNumber } from '#shared/kernel/day-number.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { AreaProvider } from './types.ts';

/** Who is where: the same recount of places the database makes, so that no session is overfilled. */
export interface PlaceBook {
  /** The sessions that the provider runs, is open for and has a place in. */
  open(providerId: string, sessions: readonly Session[]): readonly Session[];
  take(providerId: string, sessions: readonly Session[]): void;
}

export function createPlaceBook(providers: readonly AreaProvider[]): PlaceBook {
  const taken = new Map<string, number>();
  const keyOf = (providerId: string, { date, slot }: Session) => `${providerId}/${date}/${slot}`;
  const freeIn = (provider: AreaProvider, session: Session): number => {
    const weekday = weekdayOfDayNumber(toDayNumber(session.date));
    const row = provider.sessions.find((one) => one.weekday === weekday && one.slot === session.slot);
    const closed = provider.closures.some(
      ({ from, to, slot }) =>
        session.date >= from && session.date <= to && (slot === 'all' || slot === session.slot),
    );
    if (row === undefined || closed) return 0;
    return row.capacity - (taken.get(keyOf(provider.id, session)) ?? 0);
  };
  return {
    open: (providerId, sessions) => {
      const provider = providers.find(({ id }) => id === providerId);
      return provider === undefined ? [] : sessions.filter((session) => freeIn(provider, session) > 0);
    },
    take: (providerId, sessions) => {
      for (const session of sessions) {
        const key = keyOf(providerId, session);
        taken.set(key, (taken.get(key) ?? 0) + 1);
      }
    },
  };
}
