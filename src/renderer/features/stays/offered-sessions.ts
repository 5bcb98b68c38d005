import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';
import type { Stay, StayPlace } from './types.ts';

export interface OfferedSession extends Session {
  /** The provider where the pupil has a place then. */
  readonly elsewhere?: string;
}

interface ItinerarySession extends Session {
  readonly place?: { readonly placementId: string; readonly providerName: string } | undefined;
}

/** How far a stay without an exclusion can be lengthened at once, in days. */
const AHEAD_DAYS = 14;

/**
 * The sessions a stay may have from today on: those it has, and of the exclusion those that are still to come. A stay
 * without an exclusion is offered the weekdays of the next two weeks; main refuses what does not run.
 */
export function offeredSessions(
  coming: readonly StayPlace[],
  itinerary: readonly ItinerarySession[] | undefined,
  { placementId, exclusionId }: Pick<Stay, 'placementId' | 'exclusionId'>,
  today: string,
): readonly OfferedSession[] {
  const own = coming.map(({ date, slot }): OfferedSession => ({ date, slot }));
  const more: readonly OfferedSession[] =
    exclusionId === undefined
      ? weekdaysFrom(today)
      : (itinerary ?? [])
          .filter(({ date }) => date >= today)
          .map(({ date, slot, place }) => ({
            date,
            slot,
            ...(place !== undefined && place.placementId !== placementId
              ? { elsewhere: place.providerName }
              : {}),
          }));
  const byKey = new Map([...more, ...own].map((one) => [sessionKey(one), one]));
  return [...byKey.values()].toSorted((one, other) => sessionKey(one).localeCompare(sessionKey(other)));
}

function weekdaysFrom(today: string): readonly OfferedSession[] {
  const days = Array.from({ length: AHEAD_DAYS }, (_, at) => addDays(today, at)).filter(
    (day) => weekdayOf(day) <= 5,
  );
  return days.flatMap((date) => [
    { date, slot: 'am' as const },
    { date, slot: 'pm' as const },
  ]);
}
