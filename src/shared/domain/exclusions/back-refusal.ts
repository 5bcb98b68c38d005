import { formatDate, formatSession } from '../calendar/format-date.ts';
import { sessionKey } from '../calendar/session-key.ts';
import { givesBack } from '../duties/gives-back.ts';
import type { LifeCase, NewEvent } from './life-cycle-types.ts';

/**
 * What is wrong with the first session back of an event that puts the pupil back, as a sentence; undefined when nothing
 * is, or the event needs none. Whether the school meets then is for who has the calendar.
 */
export function backRefusal({ last }: LifeCase, event: NewEvent): string | undefined {
  if (!givesBack(event)) return undefined;
  const { type, on, back } = event;
  if (back === undefined) return 'Enter the first session back.';
  const takenBack = type === 'cancelled' || type === 'withdrawn';
  if (back.date < on) {
    return `The pupil cannot be back on ${formatSession(back)}, before it was ${takenBack ? type : 'decided'} on ${formatDate(on)}.`;
  }
  if (takenBack && last !== undefined && sessionKey(last) < sessionKey(back)) {
    return `It ended on ${formatSession(last)}: with the pupil back from ${formatSession(back)} nothing would be given back.`;
  }
  return undefined;
}
