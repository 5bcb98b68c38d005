/** The middle and the ends of a run's samples; the median, because one disturbed round must not decide. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** What a measurement is held against: measured in turn with it, or a budget (all three values alike). */
export interface Yardstick extends Spread {
  readonly name: string;
}

/** One line of the table and of `bench-results.json`. */
export interface Measurement extends Spread {
  readonly name: string;
  /** `ms`, `MB` and `frames`: the less the better; `rows/s`: the more the better. */
  readonly unit: 'ms' | 'MB' | 'frames' | 'rows/s';
  readonly yardstick: Yardstick;
  /** Our median divided by the yardstick's: what can be compared between machines. */
  readonly ratio: number;
}

/** A named part of the benchmark that can be run alone. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Measurement[]>;
}

/** Throws on no samples: a measurement of nothing would look like a fast one. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (min === undefined || max === undefined || low === undefined || high === undefined) {
    throw new Error('There is nothing to take the median of.');
  }
  return { median: (low + high) / 2, min, max };
}

export const measured = (name: string, samples: readonly number[]): Yardstick => ({
  name,
  ...spreadOf(samples),
});

/** What we allow ourselves, the same on every machine. */
export const budget = (name: string, value: number): Yardstick => ({
  name,
  median: value,
  min: value,
  max: value,
});

export function measurement(
  name: string,
  unit: Measurement['unit'],
  samples: readonly number[],
  yardstick: Yardstick,
): Measurement {
  const spread = spreadOf(samples);
  return { name, unit, ...spread, yardstick, ratio: spread.median / yardstick.median };
}
