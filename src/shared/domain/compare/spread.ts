import { deviationOfParts, fromParts, inParts, meanOfParts } from './exact-sums.ts';

/** What is known of a measure over some schools; n is how many have it. */
export interface Spread {
  readonly n: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Standard deviation of a sample (n - 1); null for fewer than two. */
  readonly sd: number | null;
}

/**
 * Mean and spread of the values that are not blank: whole numbers, halves, or rates of four decimals. Every sum is
 * exact and each result is rounded once, so another way of working it out gives the same to the last digit.
 */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).map(inParts);
  const n = known.length;
  if (n === 0) return { n, mean: null, min: null, max: null, sd: null };
  let [sum, min, max] = [0, Infinity, -Infinity];
  for (const value of known) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return {
    n,
    mean: meanOfParts(sum, n),
    min: fromParts(min),
    max: fromParts(max),
    sd: deviationOfParts(known),
  };
}
