import type { Session } from '../calendar/types.ts';
import { givesBack } from './gives-back.ts';
import type { CaseEvent } from './types.ts';

/**
 * The session before which an event stops an exclusion: the first one back, or the first one of the exclusion that took
 * over. Undefined when it stops nothing. The day of a decision itself stops nothing: the pupil may be back later.
 */
export function stopOf(event: CaseEvent): Session | undefined {
  if (event.type === 'superseded') return { date: event.on, slot: event.slot ?? 'am' };
  return givesBack(event) ? event.back : undefined;
}
