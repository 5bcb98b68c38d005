/** Wrong passwords that cost nothing: everybody mistypes. */
const FREE = 3;

const FIRST_WAIT = 5;

/** So many in a row lock out, until the longest wait is over or an administrator gives a new password. */
export const LOCKED_OUT_AFTER = 10;

const LONGEST_WAIT = 15 * 60;

/**
 * Seconds that must pass after this many wrong passwords in a row before the next is looked at: none for the first
 * three, then five doubling each time, a quarter of an hour from the tenth.
 */
export function waitAfter(failures: number): number {
  if (failures <= FREE) return 0;
  if (failures >= LOCKED_OUT_AFTER) return LONGEST_WAIT;
  return Math.min(FIRST_WAIT * 2 ** (failures - FREE - 1), LONGEST_WAIT);
}

export interface Attempts {
  /** Wrong passwords in a row. */
  readonly failures: number;
  /** The instant before which no further one is looked at: ISO 8601 in UTC. */
  readonly waitUntil: string | null;
}

/**
 * Until when somebody must wait before the next try, or undefined when they need not. A clock that was set back cannot
 * make the wait shorter, and never makes it longer than it would be from now: the caller keeps the instant given back.
 */
export function stillWaits({ failures, waitUntil }: Attempts, now: string): string | undefined {
  if (waitUntil === null || waitUntil <= now) return undefined;
  const longest = later(now, waitAfter(failures));
  return waitUntil < longest ? waitUntil : longest;
}

/** What is kept after one more wrong password. */
export function afterWrong({ failures }: Attempts, now: string): Attempts {
  const wait = waitAfter(failures + 1);
  return { failures: failures + 1, waitUntil: wait === 0 ? null : later(now, wait) };
}

const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
