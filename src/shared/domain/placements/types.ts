import type { Session } from '../calendar/types.ts';

/** `held` and `booked` places count against capacity; `cancelled` and `lapsed` (a hold that ran out) are history. */
export type PlacementState = 'held' | 'booked' | 'cancelled' | 'lapsed';

/** States that take up a place. */
export type ActiveState = Extract<PlacementState, 'held' | 'booked'>;

/** Who has a place in a provider's session. */
export interface Holder {
  readonly name: string;
  readonly form?: string;
  readonly state: ActiveState;
  /** UTC instant at which a hold runs out. */
  readonly heldUntil?: string;
}

/** A place the pupil already has in the session wanted. */
export interface OwnPlace {
  readonly providerId: string;
  readonly providerName: string;
  readonly state: ActiveState;
}

/** Why one pupil cannot have a place in one session of one provider. */
export type Refusal =
  | { readonly type: 'not-to-cover' }
  | { readonly type: 'not-run' }
  | { readonly type: 'closed'; readonly reason: string }
  | { readonly type: 'placed'; readonly place: OwnPlace }
  | { readonly type: 'full'; readonly capacity: number; readonly holders: readonly Holder[] };

/** A session with every reason against it. */
export interface RefusedSession extends Session {
  readonly refusals: readonly Refusal[];
}
