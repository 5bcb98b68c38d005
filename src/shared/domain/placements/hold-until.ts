import { Temporal } from 'temporal-polyfill';

/**
 * How long a hold keeps a place, in hours: until the same time tomorrow, so that a parent who is reached in the
 * evening can still say yes in the morning, and no forgotten hold keeps a place from another pupil for longer.
 */
export const HOLD_HOURS = 24;

/** The UTC instant (with milliseconds, as the clock writes it) at which a hold made now runs out. */
export function holdUntil(now: string): string {
  return Temporal.Instant.from(now).add({ hours: HOLD_HOURS }).toString({ fractionalSecondDigits: 3 });
}
