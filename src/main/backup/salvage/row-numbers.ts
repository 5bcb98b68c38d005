/**
 * The row numbers that a table may have, in ascending order: either exactly those that an index names, or every number up
 * to the highest that is known of.
 */
export interface RowNumbers {
  readonly count: number;
  at(position: number): number;
  /** Whether each of them certainly was a row of the table. */
  readonly certain: boolean;
}

export const listedNumbers = (sorted: readonly number[]): RowNumbers => ({
  count: sorted.length,
  at: (position) => sorted[position] ?? 0,
  certain: true,
});

export const numbersUpTo = (highest: number, certain: boolean): RowNumbers => ({
  count: highest,
  at: (position) => position + 1,
  certain,
});
