import { daysBetween, type IsoDate } from '../../kernel/plain-date.ts';
import type { SupportPrompt, WatchedEntry } from './types.ts';

/** Key worker and pupil meet at least once a fortnight. */
const MEETING_DAYS = 14;

/**
 * What an entry asks for on a day: to be reviewed from its review day on, and a meeting once more than 14 days (school
 * or not) have gone by without one. Nothing for an entry that is signed off.
 */
export function promptsOn(
  { since, reviewOn, lastMeetingOn, signedOffOn }: WatchedEntry,
  today: IsoDate,
): readonly SupportPrompt[] {
  if (signedOffOn !== undefined) return [];
  const days = daysBetween(lastMeetingOn ?? since, today);
  return [
    ...(today >= reviewOn ? [{ kind: 'review-due' as const, reviewOn }] : []),
    ...(days > MEETING_DAYS
      ? [{ kind: 'no-meeting' as const, days, ...(lastMeetingOn === undefined ? {} : { lastMeetingOn }) }]
      : []),
  ];
}
