/**
 * Figures are whole numbers, halves, or rates of four decimals. As whole numbers of this part every sum of them is
 * exact, and a result is rounded once, by its last division.
 */
const PARTS = 10_000;

/** The figure in whole parts. */
export const inParts = (value: number): number => Math.round(value * PARTS);

/** The figure that so many parts are. */
export const fromParts = (parts: number): number => parts / PARTS;

/** The mean of figures that add up to so many parts. */
export const meanOfParts = (parts: number, n: number): number => parts / (n * PARTS);

/** Standard deviation of a sample (n - 1) of figures in parts; null for fewer than two. */
export function deviationOfParts(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 2) return null;
  let [sum, squares] = [0n, 0n];
  for (const value of values) {
    const whole = BigInt(value);
    sum += whole;
    squares += whole * whole;
  }
  const over = BigInt(n) * squares - sum * sum;
  const under = BigInt(n) * BigInt(n - 1) * BigInt(PARTS) * BigInt(PARTS);
  return Math.sqrt(divideWhole(over, under));
}

/** The quotient of two whole numbers, of whatever size, rounded once; `over` is not below nought. */
export function divideWhole(over: bigint, under: bigint): number {
  if (over === 0n) return 0;
  // 64 bits and a last one for what is left over round to the 53 of a number as the endless fraction would.
  const shift = Math.max(0, 64 - (bitsOf(over) - bitsOf(under)));
  const [whole, rest] = [(over << BigInt(shift)) / under, (over << BigInt(shift)) % under];
  const sticky = rest === 0n ? whole : whole | 1n;
  return Number(sticky) / 2 ** shift;
}

const bitsOf = (value: bigint): number => value.toString(2).length;
