import { DAYS_AHEAD } from './ledger.ts';

/** What may be forecast of a day: its morning, its afternoon, both together. */
export const PARTS = ['am', 'pm', 'total'] as const;

/**
 * Variance for each unit of mean while there are no errors to learn from: 1 for a half day (Poisson), 2 for the day, as
 * nearly every pupil who is out needs both halves.
 */
const AT_FIRST = [1, 1, 2] as const;
/** Places forecast after which what was learnt counts for as much as what was taken at first. */
const FIRST_WEIGHT = 10;

/** How far forecasts were out, for each number of days ahead and each part of the day. */
export interface ErrorSpread {
  learn(ahead: number, part: number, expected: number, came: number): void;
  /** Variance of what comes for each unit of its mean, 1 or more. */
  dispersion(ahead: number, part: number): number;
}

/** Learns the spread of past errors, so that a range is as wide as forecasts were in fact wrong. */
export function spreadOfErrors(): ErrorSpread {
  const squares = new Float64Array(DAYS_AHEAD * PARTS.length);
  const means = new Float64Array(DAYS_AHEAD * PARTS.length);
  const at = (ahead: number, part: number) => (ahead - 1) * PARTS.length + part;
  return {
    learn: (ahead, part, expected, came) => {
      const cell = at(ahead, part);
      squares[cell] = (squares[cell] ?? 0) + (came - expected) ** 2;
      means[cell] = (means[cell] ?? 0) + expected;
    },
    dispersion: (ahead, part) => {
      const cell = at(ahead, part);
      const first = (AT_FIRST[part] ?? 1) * FIRST_WEIGHT;
      return Math.max(1, ((squares[cell] ?? 0) + first) / ((means[cell] ?? 0) + FIRST_WEIGHT));
    },
  };
}
