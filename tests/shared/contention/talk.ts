import type { Slot } from '#shared/domain/calendar/types.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';

/** What a client process is told on its first line of input. */
export interface Task {
  readonly place: PostgresPlace;
  readonly today: string;
  readonly seed: number;
  readonly attempts: number;
  readonly providerId: string;
  readonly sessions: readonly { readonly date: string; readonly slot: Slot }[];
  readonly exclusionIds: readonly string[];
}

/** What it says of each attempt, on a line of its own, before it goes on. */
export interface Said {
  readonly did: 'book' | 'cancel';
  /** Milliseconds from asking to the answer. */
  readonly took: number;
  readonly placeId?: string;
  /** Of a refusal. */
  readonly code?: string;
}
