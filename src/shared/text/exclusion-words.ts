import { formatDate, formatShortDate } from '../domain/calendar/format-date.ts';
import type { Session, Slot, WorkingLine } from '../domain/calendar/types.ts';
import { RULE_SETS, ruleSetOn, type RuleSet } from '../domain/duties/rule-sets.ts';
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

/** One line of a working: "Fri 23 May 2025, pm only", "Sat 24 May to Sun 1 June 2025: half-term". */
export function workingLineText(line: WorkingLine): string {
  if (line.type === 'counted') {
    const [first, second] = line.slots;
    if (first === 'lunch') return `${formatDate(line.date)}, lunchtime`;
    return `${formatDate(line.date)}, ${second === undefined ? `${String(first)} only` : `${String(first)} and ${second}`}`;
  }
  const slot = line.slot === 'all' ? '' : ` ${line.slot}`;
  if (line.from === line.to) return `${formatDate(line.from)}${slot}: ${line.reason}`;
  return `${formatShortDate(line.from)} to ${formatDate(line.to)}${slot}: ${line.reason}`;
}

/** "3 sessions (1.5 days), back Tue 3 June 2025 pm". */
export function countSummary(kind: ExclusionKind, halfDays: number, returnsOn: Session | undefined): string {
  const sessions = `${String(halfDays)} ${halfDays === 1 ? 'session' : 'sessions'}`;
  const count =
    kind === 'lunchtime'
      ? `${formatLength(kind, halfDays)} (counts as ${formatHalfDays(halfDays)})`
      : `${sessions} (${formatHalfDays(halfDays)})`;
  if (returnsOn === undefined) return `${count}. The day of return is in a term whose dates are not entered.`;
  return kind === 'lunchtime'
    ? `${count}, back at lunch on ${formatDate(returnsOn.date)}`
    : `${count}, back ${formatDate(returnsOn.date)} ${returnsOn.slot}`;
}
