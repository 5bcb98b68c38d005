import type { TimeBand } from './types.ts';

/** First minute of each band after midnight; each ends where the next begins. */
const BANDS: readonly (readonly [band: TimeBand, from: number])[] = [
  ['before-school', 0],
  ['early-morning', 8 * 60 + 45],
  ['late-morning', 11 * 60],
  ['lunchtime', 12 * 60 + 15],
  ['afternoon', 13 * 60 + 30],
  ['after-school', 15 * 60 + 15],
];

const CLOCK = /(?<![\d.:])(\d{1,2})(?:[.:h ]?([0-5]\d))?\s*(am|pm|a\.m|p\.m)?(?!\d)/i;
const WORDS: readonly (readonly [words: RegExp, band: TimeBand])[] = [
  [/before school/i, 'before-school'],
  [/after school/i, 'after-school'],
  [/lunch/i, 'lunchtime'],
];

/**
 * The band of a time as somebody typed it: "10.40", "about 1.15 pm", "lunchtime"; undefined when it says none. Hours from
 * 1 to 6 without "am" are of the afternoon.
 */
export function timeBand(typed: string): TimeBand | undefined {
  const found = CLOCK.exec(typed);
  const typedHour = Number(found?.[1] ?? 99);
  if (found === null || typedHour > 23) return WORDS.find(([words]) => words.test(typed))?.[1];
  const half = found[3]?.[0]?.toLowerCase();
  const pm = half === 'p' || (half === undefined && found[1]?.startsWith('0') === false && typedHour <= 6);
  const hour = pm && typedHour < 12 ? typedHour + 12 : half === 'a' && typedHour === 12 ? 0 : typedHour;
  const minutes = hour * 60 + Number(found[2] ?? 0);
  return BANDS.findLast(([, from]) => from <= minutes)?.[0];
}
