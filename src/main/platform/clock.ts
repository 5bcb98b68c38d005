import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#shared/kernel/clock.ts';

/** The PC's clock; the day is England's whatever zone the PC is set to. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => Temporal.Now.plainDateISO('Europe/London').toString(),
};

/** A clock that stands still, for demonstrations and tests: noon UTC of `today`. */
export function fixedClock(today: string): Clock {
  return { now: () => `${today}T12:00:00.000Z`, today: () => today };
}
