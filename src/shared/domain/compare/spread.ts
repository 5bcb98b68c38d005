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
 * Mean and spread of the values that are not blank. Values are whole numbers or halves, so every sum is exact and each
 * result is rounded once, by its last division: another way of working it out gives the same to the last digit.
 */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n === 0) return { n, mean: null, min: null, max: null, sd: null };
  let [sum, squares, min, max] = [0, 0, Infinity, -Infinity];
  for (const value of known) {
    sum += value;
    squares += value * value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const sd = n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (n * (n - 1)));
  return { n, mean: sum / n, min, max, sd };
}
