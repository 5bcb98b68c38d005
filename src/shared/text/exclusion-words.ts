import { formatShortDate } from '../domain/calendar/format-date.ts';
import type { Slot } from '../domain/calendar/types.ts';
import { RULE_SETS, ruleSetOn } from '../domain/duties/rule-sets.ts';
import type { RuleSet } from '../domain/duties/types.ts';
import type { ExclusionKind } from '../domain/exclusions/types.ts';
import type { IsoDate } from '../kernel/plain-date.ts';

/** "half a day", "1 day", "2.5 days" for a number of half days. */
export function formatHalfDays(halfDays: number): string {
  if (halfDays === 1) return 'half a day';
  return `${String(halfDays / 2)} ${halfDays === 2 ? 'day' : 'days'}`;
}

/** How long an exclusion of a kind is: days, or for `lunchtime` the number of lunchtimes. */
export function formatLength(kind: ExclusionKind, halfDays: number): string {
  if (kind !== 'lunchtime') return formatHalfDays(halfDays);
  return `${String(halfDays)} ${halfDays === 1 ? 'lunchtime' : 'lunchtimes'}`;
}

/**
 * What an exclusion is called, in the middle of a sentence. Guidance since 2022 says "suspension" for what the law
 * calls exclusion for a fixed period.
 */
export function exclusionNoun(kind: ExclusionKind, ruleSet: RuleSet): string {
  if (kind === 'permanent') return 'permanent exclusion';
  const word = ruleSet.words.exclusion;
  if (kind === 'lunchtime') return `lunchtime ${word}`;
  return word === 'suspension' ? word : `fixed-period ${word}`;
}

/** "Suspension" from "suspension". */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

/** What the title needs of a recorded exclusion, fields as they are in the table. */
export interface TitledExclusion {
  readonly kind: ExclusionKind;
  /** The rule set it was decided under; for a draft the one its start date would give. */
  readonly ruleSet: string;
  readonly startDate: IsoDate | null;
  readonly startSlot: Slot | null;
  readonly halfDays: number | null;
}

/**
 * "Suspension, 2.5 days from Tue 3 June am", "Lunchtime suspension, 3 lunchtimes from Tue 3 June", "Permanent
 * exclusion from Tue 3 June pm"; a draft leaves out what it does not know yet.
 */
export function exclusionTitle(exclusion: TitledExclusion): string {
  const { kind, startDate, startSlot, halfDays } = exclusion;
  const noun = capitalise(exclusionNoun(kind, ruleSetNamed(exclusion.ruleSet, startDate)));
  const length = halfDays === null || kind === 'permanent' ? '' : `, ${formatLength(kind, halfDays)}`;
  if (startDate === null) return `${noun}${length}, no start date yet`;
  const slot = kind === 'lunchtime' || startSlot === null ? '' : ` ${startSlot}`;
  return `${noun}${length} from ${formatShortDate(startDate)}${slot}`;
}

function ruleSetNamed(id: string, startDate: IsoDate | null): RuleSet {
  const found =
    RULE_SETS.find((set) => set.id === id) ?? (startDate === null ? undefined : ruleSetOn(startDate));
  const latest = found ?? RULE_SETS.at(-1);
  if (latest === undefined) throw new Error('There are no rule sets');
  return latest;
}
