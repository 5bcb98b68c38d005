import { formatDayMonth, formatSchoolYear } from '../domain/calendar/format-date.ts';
import type {
  CriterionKind,
  CriterionRule,
  LevelScheme,
  ReasonFact,
  RiskLevel,
  SignOffBasis,
  SignOffRule,
  SupportPrompt,
} from '../domain/support/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { IsoDate } from '../kernel/plain-date.ts';

/** "once", "twice", "3 times". */
export const sayTimes = (times: number): string =>
  times === 1 ? 'once' : times === 2 ? 'twice' : `${String(times)} times`;

/** "3 June", "3 June and 4 July", "3 June, 4 July and 9 July". */
function sayDays(days: readonly IsoDate[]): string {
  const words = days.map(formatDayMonth);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

/** "1 day", "7.5 days". */
const sayDaysOut = (days: number): string => `${String(days)} ${days === 1 ? 'day' : 'days'}`;

/** Kinds of criteria as the editor lists them. */
export const CRITERION_KIND_WORDS: Readonly<Record<CriterionKind, string>> = {
  'excluded-times': 'Excluded this school year',
  'excluded-days': 'Days out this school year',
  'placed-times': 'Placed this school year',
  'attendance-below': 'Attendance below',
  'looked-after': 'Looked after',
  'by-hand': 'Noted by hand',
};

/** A criterion: "Excluded once in the school year", "Attendance below 75%". */
export function sayCriterion(rule: CriterionRule): string {
  switch (rule.kind) {
    case 'excluded-times':
      return `Excluded ${sayTimes(rule.times)}${rule.times === 1 ? '' : ' or more'} in the school year`;
    case 'excluded-days':
      return `${sayDaysOut(rule.days)}${rule.days === 1 ? '' : ' or more'} excluded in the school year`;
    case 'placed-times':
      return `Placed with a provider ${sayTimes(rule.times)}${rule.times === 1 ? '' : ' or more'} in the school year`;
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
    case 'excluded-days':
      return `${sayDaysOut(fact.halfDays / 2)} excluded in ${formatSchoolYear(fact.schoolYear)}`;
    case 'placed-times':
      return `Placed with a provider ${sayTimes(fact.placedOn.length)}, ${sayDays(fact.placedOn)}`;
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
  const since = prompt.on === today ? 'today' : `since ${formatDayMonth(prompt.on)}`;
  switch (prompt.kind) {
    case 'no-key-worker':
      return 'Name a key worker';
    case 'review-due':
      if (prompt.rule === 'six-weeks')
        return `Period over ${since}: ${prompt.clear ? 'sign off' : 'still at risk, reassign'}`;
      return `Review due ${since}${prompt.clear ? ': no criterion is met any more' : ''}`;
    case 'sign-off-proposed':
      return 'Sign off: no criterion is met any more';
    case 'left':
      return 'The pupil has left: sign off';
    case 'no-meeting':
      return prompt.lastMeetingOn === undefined
        ? `No meeting yet, ${String(prompt.days)} days on`
        : `No meeting for ${String(prompt.days)} days`;
    default:
      return assertNever(prompt);
  }
}

export const RISK_LEVEL_WORDS: Readonly<Record<RiskLevel, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'tier-1': 'Tier 1',
  'tier-2': 'Tier 2',
  'tier-3': 'Tier 3',
};

export const LEVEL_SCHEME_WORDS: Readonly<Record<LevelScheme, string>> = {
  none: 'No levels',
  'high-medium-low': 'High, medium and low',
  tiers: 'Three tiers',
};

/** How pupils come off the register. */
export const SIGN_OFF_RULE_WORDS: Readonly<Record<SignOffRule, string>> = {
  decision: 'A person decides at the review',
  criteria: 'Proposed as soon as no criterion is met',
  'six-weeks': 'Everybody when the period is over; reassigned if still at risk',
};

/** What a sign-off went by. */
export const SIGN_OFF_BASIS_WORDS: Readonly<Record<SignOffBasis, string>> = {
  criteria: 'No criterion is met any more',
  date: 'The period is over',
  decision: 'A decision',
};

/** The length of a period: "six weeks", "one week". */
export const sayWeeks = (weeks: number): string =>
  weeks === 1 ? 'one week' : `${WEEKS[weeks] ?? String(weeks)} weeks`;

const WEEKS: Readonly<Record<number, string>> = {
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
};
