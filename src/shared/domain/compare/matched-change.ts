import { divideWhole, fromParts, inParts } from './exact-sums.ts';
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
  earlier === null || later === null ? null : fromParts(inParts(later) - inParts(earlier));

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
      difference: differenceOfMeans(earlier, later),
      nEarlier: earlier.n,
      nLater: later.n,
    },
  };
}

interface Summed {
  readonly n: number;
  /** In parts. */
  readonly sum: number;
}

function sumOf(values: readonly (number | null)[]): Summed {
  const known = values.filter((value) => value !== null);
  return { n: known.length, sum: known.reduce((sum, value) => sum + inParts(value), 0) };
}

function differenceOfMeans(earlier: Summed, later: Summed): number | null {
  if (earlier.n === 0 || later.n === 0) return null;
  const [before, after] = [BigInt(earlier.n), BigInt(later.n)];
  const over = BigInt(later.sum) * before - BigInt(earlier.sum) * after;
  const under = after * before * BigInt(inParts(1));
  return over < 0n ? -divideWhole(-over, under) : divideWhole(over, under);
}
