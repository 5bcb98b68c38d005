/** What some hidden figures add up to, by number; less one of them where it is their total and hidden itself. */
export interface Sum {
  readonly cells: readonly number[];
  readonly less?: number | undefined;
  readonly sum: number;
}

const termsOf = ({ cells, less }: Sum): readonly (readonly [cell: number, times: 1 | -1])[] => [
  ...cells.map((cell) => [cell, 1] as const),
  ...(less === undefined ? [] : [[less, -1] as const]),
];

/** What can be known of each hidden figure, from the sums alone: whole numbers from `low` to `high`. */
export interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * What an attacker knows of hidden figures (0 or more, whole) from all sums at once, by narrowing the bounds of each
 * figure by the bounds of the others until nothing changes.
 */
export function narrow(cells: number, sums: readonly Sum[]): Bounds {
  const low = new Int32Array(cells);
  const high = new Int32Array(cells).fill(1_000_000);
  for (let changed = true; changed;) {
    changed = false;
    for (const one of sums) {
      const own = termsOf(one).map(([cell, times]) => {
        const ends = [(low[cell] ?? 0) * times, (high[cell] ?? 0) * times];
        return { cell, times, low: Math.min(...ends), high: Math.max(...ends) };
      });
      const lows = own.reduce((total, term) => total + term.low, 0);
      const highs = own.reduce((total, term) => total + term.high, 0);
      for (const { cell, times, low: least, high: most } of own) {
        const ends = [(one.sum - (lows - least)) * times, (one.sum - (highs - most)) * times];
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        if (to < (high[cell] ?? 0)) [high[cell], changed] = [to, true];
        if (from > (low[cell] ?? 0)) [low[cell], changed] = [from, true];
      }
    }
  }
  return { low, high };
}

/**
 * The hidden figures that follow from the sums by linear algebra: those that are the same in every solution, whole or
 * not, below nought or not. Elimination in numbers modulo a large prime, which finds every such figure.
 */
export function solvedExactly(cells: number, sums: readonly Sum[]): readonly number[] {
  const prime = 1_000_003n;
  const inverse = (value: bigint): bigint => {
    let [result, base, power] = [1n, value, prime - 2n];
    for (; power > 0n; power >>= 1n) {
      if (power & 1n) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  const rows = sums.map((sum) => {
    const row = Array.from({ length: cells }, () => 0n);
    for (const [cell, times] of termsOf(sum)) row[cell] = times === 1 ? 1n : prime - 1n;
    return row;
  });
  let done = 0;
  for (let column = 0; column < cells && done < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= done && row[column] !== 0n);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    rows[at] = rows[done] ?? [];
    const by = inverse(pivot[column] ?? 1n);
    const scaled = pivot.map((value) => (value * by) % prime);
    rows[done] = scaled;
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0n;
      if (index === done || times === 0n) continue;
      rows[index] = row.map(
        (value, cell) => (((value - times * (scaled[cell] ?? 0n)) % prime) + prime) % prime,
      );
    }
    done += 1;
  }
  return rows.flatMap((row) => {
    const own = row.flatMap((value, cell) => (value === 0n ? [] : [cell]));
    return own.length === 1 ? own : [];
  });
}

/** Every figure's values in all worlds there are, by trying them all; for small tables. */
export function everyWorld(cells: number, sums: readonly Sum[]): readonly ReadonlySet<number>[] {
  const { low, high } = narrow(cells, sums);
  const found = Array.from({ length: cells }, () => new Set<number>());
  const world = new Int32Array(cells);
  const closing = sums.map((sum) => ({
    terms: termsOf(sum),
    sum: sum.sum,
    last: Math.max(...termsOf(sum).map(([cell]) => cell)),
  }));
  const fits = (at: number) =>
    closing.every(
      ({ terms, sum, last }) =>
        last !== at || terms.reduce((total, [cell, times]) => total + (world[cell] ?? 0) * times, 0) === sum,
    );
  const place = (at: number): void => {
    if (at === cells) {
      for (const [cell, values] of found.entries()) values.add(world[cell] ?? 0);
      return;
    }
    for (let value = low[at] ?? 0; value <= (high[at] ?? 0); value += 1) {
      world[at] = value;
      if (fits(at)) place(at + 1);
    }
  };
  place(0);
  return found;
}
