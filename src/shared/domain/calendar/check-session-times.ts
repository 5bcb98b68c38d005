import type { FieldError } from '../../kernel/result.ts';
import type { Slot } from './types.ts';

/** The times of one session of the school day, `HH:MM`. */
export interface SessionTime {
  readonly slot: Slot;
  readonly starts: string;
  readonly ends: string;
}

/**
 * What is wrong with the times of the school day, by field path (`sessionTimes.1.starts`); empty when nothing is. A
 * day has one am and one pm session, each ends after it starts, and pm starts when am is over.
 */
export function checkSessionTimes(times: readonly SessionTime[]): FieldError[] {
  const errors: FieldError[] = [];
  times.forEach(({ slot, starts, ends }, at) => {
    const say = (field: string, message: string) =>
      errors.push({ path: `sessionTimes.${at}.${field}`, message });
    if (times.findIndex((other) => other.slot === slot) !== at)
      say('slot', `There are two ${slot} sessions.`);
    if (ends <= starts) say('ends', `The ${slot} session must end after it starts.`);
    const morning = times.find((other) => other.slot === 'am');
    if (slot === 'pm' && morning && starts < morning.ends) {
      say('starts', 'The pm session must not start before the am session ends.');
    }
  });
  return errors;
}
