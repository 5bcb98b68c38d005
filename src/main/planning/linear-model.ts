/** A row `lower <= sum(coefficients * columns) <= upper`; all numbers of a model are whole but for infinities. */
export interface ModelRow {
  lower: number;
  upper: number;
  readonly columns: number[];
  readonly coefficients: number[];
}

/** A linear model in whole numbers. Rows and bounds are tightened from stage to stage, so they may change. */
export interface LinearModel {
  readonly lower: number[];
  readonly upper: number[];
  /** Columns that follow from the others need not be branched on. */
  readonly integer: boolean[];
  readonly rows: ModelRow[];
}

export const emptyModel = (): LinearModel => ({ lower: [], upper: [], integer: [], rows: [] });

/** Adds a column; gives its number. */
export function addColumn(
  model: LinearModel,
  { lower = 0, upper = 1, integer = true }: { lower?: number; upper?: number; integer?: boolean } = {},
): number {
  model.lower.push(lower);
  model.upper.push(upper);
  model.integer.push(integer);
  return model.lower.length - 1;
}

/** Adds a row; a column that is named twice counts with the sum. */
export function addRow(
  model: LinearModel,
  terms: readonly (readonly [column: number, coefficient: number])[],
  { lower = -Infinity, upper = Infinity }: { lower?: number; upper?: number },
): void {
  const sums = new Map<number, number>();
  for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient);
  const kept = [...sums].filter(([, coefficient]) => coefficient !== 0);
  model.rows.push({
    lower,
    upper,
    columns: kept.map(([column]) => column),
    coefficients: kept.map(([, coefficient]) => coefficient),
  });
}
