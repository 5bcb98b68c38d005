import { formatDayMonth } from '../domain/calendar/format-date.ts';
import type { CriterionKind, CriterionRule, ReasonFact, SupportPrompt } from '../domain/support/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { IsoDate } from '../kernel/plain-date.ts';

/** "once", "twice", "3 times". */
const sayTimes = (times: number): string =>
  times === 1 ? 'once' : times === 2 ? 'twice' : `${String(times)} times`;

/** "3 June", "3 June and 4 July", "3 June, 4 July and 9 July". */
function sayDays(days: readonly IsoDate[]): string {
  const words = days.map(formatDayMonth);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

/** Kinds of criteria as the editor lists them. */
export const CRITERION_KIND_WORDS: Readonly<Record<CriterionKind, string>> = {
  'excluded-times': 'Excluded this school year',
  'attendance-below': 'Attendance below',
  'looked-after': 'Looked after',
  'by-hand': 'Noted by hand',
};

/** A criterion: "Excluded once in the school year", "Attendance below 75%". */
export function sayCriterion(rule: CriterionRule): string {
  switch (rule.kind) {
    case 'excluded-times':
      return `Excluded ${sayTimes(rule.times)}${rule.times === 1 ? '' : ' or more'} in the school year`;
    case 'attendance-below':
      return `Attendance below ${String(rule.percent)}%`;
    case 'looked-after':
      return 'Looked after by a local authority';
    case 'by-hand':
      return rule.name;
    default:
      return assertNever(rule);
  }
}

/**
 * Why a pupil is at risk: "Excluded once, 13 November" (in the school year; the first day of each). The note of a reason by hand is left out:
 * it may name people.
 */
export function sayReason(fact: ReasonFact): string {
  switch (fact.kind) {
    case 'excluded-times':
      return `Excluded ${sayTimes(fact.excludedOn.length)}, ${sayDays(fact.excludedOn)}`;
    case 'attendance-below':
      return `Attendance ${String(fact.percent)}% on ${formatDayMonth(fact.on)}, below ${String(fact.below)}%`;
    case 'looked-after':
      return 'Looked after by a local authority';
    case 'by-hand':
      return fact.name;
    default:
      return assertNever(fact);
  }
}

/** What an entry asks for: "Review due since 3 June", "No meeting for 15 days". */
export function sayPrompt(prompt: SupportPrompt, today: IsoDate): string {
  if (prompt.kind === 'review-due')
    return prompt.reviewOn === today
      ? 'Review due today'
      : `Review due since ${formatDayMonth(prompt.reviewOn)}`;
  const { days, lastMeetingOn } = prompt;
  return lastMeetingOn === undefined
    ? `No meeting yet, ${String(days)} days on`
    : `No meeting for ${String(days)} days`;
}

/**
 * The prompts of all entries in one sentence: "3 reviews are due and 2 pupils have not met their key worker for more
 * than 14 days"; undefined when nothing is.
 */
export function sayPromptsDue({
  reviews,
  meetings,
}: {
  readonly reviews: number;
  readonly meetings: number;
}): string | undefined {
  const parts = [
    ...(reviews === 0 ? [] : [reviews === 1 ? '1 review is due' : `${String(reviews)} reviews are due`]),
    ...(meetings === 0
      ? []
      : [
          `${meetings === 1 ? '1 pupil has' : `${String(meetings)} pupils have`} not met their key worker for more than 14 days`,
        ]),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}
