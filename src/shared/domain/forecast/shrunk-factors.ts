/** How often something happened in each cell, and how often it would have if all cells were alike. */
export interface Cell {
  readonly observed: number;
  readonly expected: number;
}

/**
 * For each cell a factor around 1: how much more or less happens there, drawn towards 1 as far as chance alone explains
 * the difference (empirical Bayes: the variance between cells by moments, as DerSimonian and Laird do). A cell with
 * little behind it stays near 1; cells that differ no more than chance would make them are all 1. `dispersion`: the
 * variance of a count for each unit of its mean, 1 or more.
 */
export function shrunkFactors(cells: readonly Cell[], dispersion: number): readonly number[] {
  const filled = cells.filter(({ expected }) => expected > 0);
  const sum = filled.reduce((total, { expected }) => total + expected, 0);
  const squares = filled.reduce((total, { expected }) => total + expected ** 2, 0);
  const spread = filled.reduce(
    (total, { observed, expected }) => total + (observed - expected) ** 2 / expected,
    0,
  );
  const room = sum - squares / sum;
  const variance = room > 0 ? (spread - (filled.length - 1) * dispersion) / room : 0;
  if (variance <= 0) return cells.map(() => 1);
  const weight = dispersion / variance;
  return cells.map(({ observed, expected }) => (observed + weight) / (expected + weight));
}
