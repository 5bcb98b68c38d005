import { LEAST_STAYS, TERM_DAYS } from '../domain/patterns/effect-of-stays.ts';
import type { TimeBand } from '../domain/patterns/types.ts';

export const TIME_BAND_WORDS: Readonly<Record<TimeBand, string>> = {
  'before-school': 'Before 8.45 am',
  'early-morning': '8.45 to 11 am',
  'late-morning': '11 am to 12.15 pm',
  lunchtime: '12.15 to 1.30 pm',
  afternoon: '1.30 to 3.15 pm',
  'after-school': 'After 3.15 pm',
};

export const WEEKDAY_WORDS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** How a comparison of before and after is to be read, each a sentence. */
export const EFFECT_CAUTION: readonly string[] = [
  `Both sides are ${String(TERM_DAYS)} school days of your calendar, about a term. The exclusion that a stay was for counts on neither side. An exclusion that was spent with several providers counts once in all stays.`,
  'A stay comes when things are at their worst. Much of what is high at such a time falls afterwards by itself, with or without a stay; this is called regression to the mean.',
  'Something else may explain a difference: the pupil is older, the form or the timetable changed, other support began, or exclusions are decided otherwise now.',
  `There is no group beside it of pupils without a stay. Under ${String(LEAST_STAYS)} stays nothing is said at all.`,
];
