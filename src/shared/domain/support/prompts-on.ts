import { addDays, daysBetween, type IsoDate } from '../../kernel/plain-date.ts';
import type { RiskProcedure, SupportPrompt, WatchedEntry } from './types.ts';

/**
 * What an entry asks for on a day: a key worker as long as there is none; to be reviewed from its review day on; where
 * the procedure signs off by criteria, to be signed off once none is met (the review says so itself when both are due);
 * and a meeting once more days (school or not) than the procedure allows have gone by without one. Nothing for an entry
 * that is signed off, and of a pupil who has left only that somebody signs them off.
 */
export function promptsOn(
  { since, reviewOn, hasKeyWorker, lastMeetingOn, signedOffOn, clearSince, leftOn }: WatchedEntry,
  { signOff, meetingDays }: Pick<RiskProcedure, 'signOff' | 'meetingDays'>,
  today: IsoDate,
): readonly SupportPrompt[] {
  if (signedOffOn !== undefined) return [];
  if (leftOn !== undefined) return [{ kind: 'left', on: leftOn < since ? since : leftOn }];
  const met = lastMeetingOn ?? since;
  const days = daysBetween(met, today);
  const review: readonly SupportPrompt[] =
    today >= reviewOn
      ? [{ kind: 'review-due', on: reviewOn, rule: signOff, clear: clearSince !== undefined }]
      : signOff === 'criteria' && clearSince !== undefined
        ? [{ kind: 'sign-off-proposed', on: clearSince }]
        : [];
  if (!hasKeyWorker) return [{ kind: 'no-key-worker', on: since }, ...review];
  if (days <= meetingDays) return review;
  const last = lastMeetingOn === undefined ? {} : { lastMeetingOn };
  return [...review, { kind: 'no-meeting', on: addDays(met, meetingDays + 1), days, ...last }];
}
