import { formatShortDate } from '../domain/calendar/format-date.ts';
import type { PupilGroup, Refusal } from '../domain/placements/types.ts';
import type { DayWindow } from '../domain/providers/types.ts';
import { assertNever } from '../kernel/assert-never.ts';

/** Reasons that come from the rules of a provider. */
export type RuleRefusal = Exclude<
  Refusal,
  { readonly type: 'not-to-cover' | 'not-run' | 'closed' | 'placed' | 'full' }
>;

/** How pupils are called where a provider keeps groups apart: "primary pupils". */
export const GROUP_WORDS: Readonly<Record<PupilGroup, string>> = {
  primary: 'primary',
  secondary: 'secondary',
  'long-term': 'long-term',
};

/** "Year 9", "Reception". */
export const sayYearGroup = (year: number): string => (year === 0 ? 'Reception' : `Year ${String(year)}`);

/** "from day 3", "up to day 5", "on days 1 to 2". */
export function sayWindow({ fromDay, toDay }: DayWindow): string {
  if (toDay === undefined) return `from day ${String(fromDay)}`;
  if (fromDay === toDay) return `on day ${String(fromDay)}`;
  return fromDay === 1 ? `up to day ${String(toDay)}` : `on days ${String(fromDay)} to ${String(toDay)}`;
}

const sayDays = (days: number): string => (days === 1 ? '1 day' : `${String(days)} days`);

/** Why a rule of the provider stands against a session, in words that follow "Tue 3 June am: ". */
export function sayRuleRefusal(refusal: RuleRefusal): string {
  switch (refusal.type) {
    case 'week-full':
      return `the week is full: ${String(refusal.capacity)} different pupils come already`;
    case 'share-full':
      return `the school’s share is taken: ${String(refusal.share)} of its pupils ${refusal.share === 1 ? 'has a place' : 'have places'} then`;
    case 'kept-apart':
      return `${refusal.from.name} is there then, and the two are kept apart (${refusal.reason})`;
    case 'group':
      return `${GROUP_WORDS[refusal.there]} pupils are there then, and ${GROUP_WORDS[refusal.group]} pupils are kept apart from them`;
    case 'no-host':
      return 'no centre is down to host the rota in that term';
    case 'year-group':
      return refusal.yearGroup === null
        ? 'the year group of the pupil is not on the roll'
        : `it does not take ${sayYearGroup(refusal.yearGroup)}`;
    case 'window':
      return `it takes pupils ${sayWindow(refusal.window)} of an exclusion, and this is day ${String(refusal.day)}`;
    case 'exclusion-short':
      return `it takes only exclusions of more than ${sayDays(refusal.longerThanDays)}, and this one has ${String(refusal.days)}`;
    case 'stay-short':
      return `a stay there has at least ${sayDays(refusal.minDays)}, and this one would have ${String(refusal.days)}`;
    case 'stay-long':
      return `a stay there has at most ${sayDays(refusal.maxDays)}, and this one would have ${String(refusal.days)}`;
    case 'notice':
      return `it asks for ${sayDays(refusal.noticeDays)} of notice: ${formatShortDate(refusal.earliest)} is the earliest`;
    case 'adults':
      return `${String(refusal.needed)} adults are needed, and ${refusal.rostered === 0 ? 'none is' : refusal.rostered === 1 ? '1 is' : `${String(refusal.rostered)} are`} down for it`;
    case 'escort':
      return `the school must send a member of staff ${sayWindow(refusal.window)}, and nobody is named`;
    case 'against-guidance':
      return 'using a learning support unit for an excluded pupil is against guidance';
    default:
      return assertNever(refusal);
  }
}
