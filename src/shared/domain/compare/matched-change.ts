import { spreadOf, type Spread } from './spread.ts';

/** One school in the earlier and the later year; null is blank. */
export interface YearPair {
  readonly earlier: number | null;
  readonly later: number | null;
}

/** The change of a measure between two years. Negative is a reduction. */
export interface Change {
  /** Mean of (later - earlier) over the schools with both, how it spreads, and which way they went. */
  readonly matched: Spread & { readonly fell: number; readonly stayed: number; readonly rose: number };
  /** Mean of the later year less mean of the earlier, each over the schools it has: they may be other schools. */
  readonly pooled: {
    readonly difference: number | null;
    readonly nEarlier: number;
    readonly nLater: number;
  };
}

/** The change of one school; blank when either year is. */
export const changeOf = ({ earlier, later }: YearPair): number | null =>
  earlier === null || later === null ? null : later - earlier;

/**
 * Matched change beside the pooled difference. The two differ where schools have only one of the years, widely at
 * times, so neither is shown without the other. The pooled one is brought over one denominator: rounded once.
 */
export function matchedChange(pairs: readonly YearPair[]): Change {
  const changes = pairs.map(changeOf);
  const known = changes.filter((change) => change !== null);
  const fell = known.filter((change) => change < 0).length;
  const rose = known.filter((change) => change > 0).length;
  const earlier = sumOf(pairs.map((pair) => pair.earlier));
  const later = sumOf(pairs.map((pair) => pair.later));
  return {
    matched: { ...spreadOf(changes), fell, stayed: known.length - fell - rose, rose },
    pooled: {
      difference:
        earlier.n === 0 || later.n === 0
          ? null
          : (later.sum * earlier.n - earlier.sum * later.n) / (later.n * earlier.n),
      nEarlier: earlier.n,
      nLater: later.n,
    },
  };
}

function sumOf(values: readonly (number | null)[]): { readonly n: number; readonly sum: number } {
  const known = values.filter((value) => value !== null);
  return { n: known.length, sum: known.reduce((sum, value) => sum + value, 0) };
}
