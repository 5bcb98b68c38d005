import type { ConferenceCriterion, MetCriterion } from '../domain/conference/types.ts';
import { assertNever } from '../kernel/assert-never.ts';

const days = (count: number): string =>
  count === 0.5 ? 'half a day' : `${String(count)} ${count === 1 ? 'day' : 'days'}`;

/** "third", up to "tenth"; "exclusion 11" beyond. */
const ORDINALS = [
  '',
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** A criterion in words: "Over 10 days this term". */
export function sayCriterion(criterion: ConferenceCriterion, limitDays: number): string {
  switch (criterion.kind) {
    case 'days-in-term':
      return `Over ${days(criterion.overDays)} this term`;
    case 'days-in-year':
      return `Over ${days(criterion.overDays)} this school year`;
    case 'times-in-year': {
      const ordinal = ORDINALS[criterion.times];
      return ordinal === undefined
        ? `Exclusion ${String(criterion.times)} this school year`
        : `${ordinal} exclusion this school year`;
    }
    case 'permanent':
      return criterion.which === 'any' ? 'Permanent exclusion' : 'Permanent exclusion, not final yet';
    case 'schools':
      return `Excluded at ${String(criterion.schools)} schools or more this school year`;
    case 'near-limit':
      return `Within ${days(criterion.withinDays)} of the limit of ${days(limitDays)}`;
    default:
      return assertNever(criterion);
  }
}

/** By how much: "12.5 days, 2.5 over", "at least 42 days, 3 left", "4 exclusions". */
export function sayMet({ criterion, value, by, atLeast }: MetCriterion): string {
  const least = atLeast ? 'at least ' : '';
  switch (criterion.kind) {
    case 'days-in-term':
    case 'days-in-year':
      return `${least}${days(value)}, ${String(by)} over`;
    case 'near-limit':
      if (by < 0) return `${least}${days(value)}, ${String(-by)} past the limit`;
      return `${least}${days(value)}, ${atLeast ? 'at most ' : ''}${String(by)} left`;
    case 'times-in-year':
      return `${String(value)} ${value === 1 ? 'exclusion' : 'exclusions'}`;
    case 'permanent':
      return value === 1 ? 'one' : String(value);
    case 'schools':
      return `${String(value)} schools`;
    default:
      return assertNever(criterion);
  }
}

const CATEGORY_WORDS = {
  'fixed-period': 'Suspension',
  permanent: 'Permanent',
  lunchtime: 'Lunchtimes',
} as const;

/** "Suspension, 3 days", "Lunchtimes, 4", "Permanent, not final yet", "Suspension, length not said". */
export function sayConferenceExclusion({
  category,
  halfDays,
  notFinal,
}: {
  readonly category: keyof typeof CATEGORY_WORDS;
  readonly halfDays: number | null;
  readonly notFinal: boolean;
}): string {
  const word = CATEGORY_WORDS[category];
  if (category === 'permanent') return notFinal ? `${word}, not final yet` : word;
  if (halfDays === null) return `${word}, length not said`;
  return `${word}, ${category === 'lunchtime' ? String(halfDays) : days(halfDays / 2)}`;
}
