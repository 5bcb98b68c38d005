import type { OperationOutput } from '#shared/contract/contract.ts';

/** Where one excluded pupil is taught, session by session. */
export type Itinerary = OperationOutput<'places.itinerary'>;

export type ItinerarySession = Itinerary['sessions'][number];
