/** `held` and `booked` places count against capacity; `cancelled` and `lapsed` (a hold that ran out) are history. */
export type PlacementState = 'held' | 'booked' | 'cancelled' | 'lapsed';
