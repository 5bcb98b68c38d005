/**
 * The figures of a comparison worked out the long way, in fractions of whole numbers, to hold the quick way against.
 * Values are whole or halves; a blank is null.
 */
type Values = readonly (number | null)[];

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const known = (values: Values): readonly number[] => values.filter((value) => value !== null);

const half = (value: number): Fraction => ({ over: BigInt(value * 2), under: 2n });

const plus = (a: Fraction, b: Fraction): Fraction =>
  shorten({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });

const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });

function shorten({ over, under }: Fraction): Fraction {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { over, under } : { over: over / a, under: under / a };
}

const toNumber = ({ over, under }: Fraction): number => Number(over) / Number(under);

function meanOf(values: Values): Fraction | null {
  let sum: Fraction = { over: 0n, under: 1n };
  let n = 0n;
  for (const value of known(values)) {
    sum = plus(sum, half(value));
    n += 1n;
  }
  return n === 0n ? null : shorten({ over: sum.over, under: sum.under * n });
}

export function slowMean(values: Values): number | null {
  const mean = meanOf(values);
  return mean && toNumber(mean);
}

/** From the differences of every two values, without a mean. */
export function slowDeviation(values: Values): number | null {
  const all = known(values);
  if (all.length < 2) return null;
  let squares = 0n;
  for (const [at, a] of all.entries()) {
    for (const b of all.slice(at + 1)) squares += BigInt((a - b) * 2) ** 2n;
  }
  const pairs = BigInt(all.length) * BigInt(all.length - 1);
  return Math.sqrt(toNumber(shorten({ over: squares, under: 4n * pairs })));
}

export function slowChanges(earlier: Values, later: Values): Values {
  return earlier.map((before, at) => {
    const after = later[at] ?? null;
    return before === null || after === null ? null : after - before;
  });
}

export function slowPooled(earlier: Values, later: Values): number | null {
  const [before, after] = [meanOf(earlier), meanOf(later)];
  return before && after && toNumber(minus(after, before));
}

/** Place and mark of one school among all, by counting those before and after it. */
export function slowPlace(changes: Values, own: number): { rank: number; mark: 'X' | 'O' | undefined } {
  const all = known(changes);
  const places = Math.min(5, Math.floor(all.length / 2));
  const below = all.filter((change) => change < own).length;
  const above = all.filter((change) => change > own).length;
  const fits = all.length - below - above <= places;
  const x = own < 0 && below < places && fits;
  const o = above < places && fits;
  return { rank: below + 1, mark: x === o ? undefined : x ? 'X' : 'O' };
}
