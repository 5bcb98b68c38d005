import type { OperationOutput } from '#shared/contract/contract.ts';

/** Where one excluded pupil is taught, session by session. */
export type Itinerary = OperationOutput<'places.itinerary'>;

export type ItinerarySession = Itinerary['sessions'][number];

export interface ItineraryDay {
  readonly date: string;
  /** Day of the exclusion, 1 = the first day out. */
  readonly day: number;
  readonly sessions: readonly ItinerarySession[];
  /** Different providers on the day. */
  readonly venues: number;
}

/** Sessions by day, in order: two venues within one day stand under one date. */
export function byDay(sessions: readonly ItinerarySession[]): readonly ItineraryDay[] {
  const days = new Map<string, ItinerarySession[]>();
  for (const session of sessions) days.set(session.date, [...(days.get(session.date) ?? []), session]);
  return [...days].map(([date, there]) => ({
    date,
    day: there[0]?.day ?? 1,
    sessions: there,
    venues: new Set(there.flatMap(({ place }) => place?.providerId ?? [])).size,
  }));
}

/** The pupil's other coming places at the same provider as a session. */
export const othersAt = (
  sessions: readonly ItinerarySession[],
  { place: own }: ItinerarySession,
  today: string,
): readonly string[] =>
  sessions.flatMap(({ date, place }) =>
    date >= today && place && place.providerId === own?.providerId && place.placeId !== own.placeId
      ? [place.placeId]
      : [],
  );
