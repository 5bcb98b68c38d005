/**
 * The figures of a comparison worked out the long way, in fractions of whole numbers, to hold the quick way against.
 * Values are whole, halves or rates of four decimals; a blank is null.
 */
type Values = readonly (number | null)[];

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const known = (values: Values): readonly number[] => values.filter((value) => value !== null);

const whole = (value: number): bigint => BigInt(Math.round(value * 10_000));

const exact = (value: number): Fraction => ({ over: whole(value), under: 10_000n });

const plus = (a: Fraction, b: Fraction): Fraction =>
  shorten({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });

const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });

function shorten({ over, under }: Fraction): Fraction {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { over, under } : { over: over / a, under: under / a };
}

/** By long division to sixty decimals, read as a number, which rounds once. */
function toNumber({ over, under }: Fraction): number {
  const [sign, size] = over < 0n ? ['-', -over] : ['', over];
  const digits = ((size % under) * 10n ** 60n) / under;
  return Number(`${sign}${String(size / under)}.${String(digits).padStart(60, '0')}`);
}

function meanOf(values: Values): Fraction | null {
  let sum: Fraction = { over: 0n, under: 1n };
  let n = 0n;
  for (const value of known(values)) {
    sum = plus(sum, exact(value));
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
    for (const b of all.slice(at + 1)) squares += (whole(a) - whole(b)) ** 2n;
  }
  const pairs = BigInt(all.length) * BigInt(all.length - 1);
  return Math.sqrt(toNumber(shorten({ over: squares, under: 100_000_000n * pairs })));
}

export function slowChanges(earlier: Values, later: Values): Values {
  return earlier.map((before, at) => {
    const after = later[at] ?? null;
    return before === null || after === null ? null : Number(whole(after) - whole(before)) / 10_000;
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

/** So many for every 100, to four decimals, by whole numbers; blank where nobody has said how many there are. */
export function slowRate(value: number | null, of: number | null): number | null {
  if (value === null || of === null || of === 0) return null;
  const [over, under] = [BigInt(value * 2) * 10_000n * 100n, 2n * BigInt(of)];
  const rounded = (over * 2n + under) / (under * 2n);
  return Number(rounded) / 10_000;
}

/** The total of those that have a rate, for every 100 of all who are in them. */
export function slowRateOfAll(values: Values, of: Values): number | null {
  let [over, under] = [0n, 0n];
  for (const [at, value] of values.entries()) {
    const all = of[at] ?? null;
    if (value === null || all === null || all === 0) continue;
    over += BigInt(value * 2) * 100n;
    under += BigInt(all) * 2n;
  }
  return under === 0n ? null : toNumber({ over, under });
}
