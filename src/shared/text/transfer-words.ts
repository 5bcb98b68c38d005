import { formatDate, formatSchoolYear } from '../domain/calendar/format-date.ts';
import type { TermName } from '../domain/calendar/types.ts';
import { ruleSetOn } from '../domain/duties/rule-sets.ts';
import { ENGLAND_2003 } from '../domain/duties/rules/england-2003.ts';
import type { TargetState } from '../domain/support/types.ts';
import { capitalise, exclusionNoun, formatHalfDays, formatLength } from './exclusion-words.ts';
import { termWords } from './pupil-words.ts';

/** What writing a pupil's file does, for who is about to: in the window and in the guide. */
export const LEAVES_PROTECTION =
  'Whoever has the file can read it: it holds the pupil’s exclusions, placements and support, and the protection of this database does not go with it. Send it by a way that your authority allows for such records, and delete your copy when it has arrived.';

const TARGET_STATES: Readonly<Record<TargetState, string>> = {
  open: 'worked on',
  met: 'met',
  'partly-met': 'partly met',
  'not-met': 'not met',
  dropped: 'dropped',
};

export const targetStateWords = (state: TargetState): string => TARGET_STATES[state];

/** "Autumn term 2025/26". */
export const sayTerm = ({
  schoolYear,
  term,
}: {
  readonly schoolYear: number;
  readonly term: TermName;
}): string => `${termWords(term)} ${formatSchoolYear(schoolYear)}`;

/** "Suspension, 2 days, Thu 13 November 2025 to Fri 14 November 2025". */
export function sayHandedOn({
  kind,
  from,
  to,
  halfDays,
}: {
  readonly kind: 'fixed-period' | 'permanent' | 'lunchtime';
  readonly from: string;
  readonly to?: string | undefined;
  readonly halfDays?: number | undefined;
}): string {
  const name = capitalise(exclusionNoun(kind, ruleSetOn(from) ?? ENGLAND_2003));
  const length = halfDays === undefined ? '' : `, ${formatLength(kind, halfDays)}`;
  const until = to === undefined || to === from ? '' : ` to ${formatDate(to)}`;
  return `${name}${length}, ${kind === 'permanent' ? 'from ' : ''}${formatDate(from)}${until}`;
}

/** What becomes of typed days: "replaced: the file tells them". */
export const BECOMES_WORDS = {
  replaced: 'Replaced by what the file says',
  kept: 'Counted as well',
  asked: 'You say',
} as const;

/** "2 days", and "none" for no half day. */
export const sayHalfDays = (halfDays: number): string => (halfDays === 0 ? 'none' : formatHalfDays(halfDays));
