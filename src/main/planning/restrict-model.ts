import type { LinearModel } from './linear-model.ts';
import type { ModelPart } from './split-model.ts';

/** The model of some columns while all others stay as they are; rows that can no longer be broken are left out. */
export function restrictModel(
  model: LinearModel,
  rowsOf: readonly (readonly number[])[],
  free: ReadonlySet<number>,
  values: Float64Array,
): ModelPart {
  const columns = [...free].toSorted((a, b) => a - b);
  const numberOf = new Map(columns.map((column, at) => [column, at]));
  const pick = <T>(from: readonly T[]) =>
    columns.map((column) => from[column]).filter((one) => one !== undefined);
  const touched = new Set(columns.flatMap((column) => rowsOf[column] ?? []));
  const rows = [...touched]
    .toSorted((a, b) => a - b)
    .flatMap((at) => {
      const row = model.rows[at];
      if (!row) return [];
      const kept: number[] = [];
      const coefficients: number[] = [];
      let [fixed, least, most] = [0, 0, 0];
      for (const [n, column] of row.columns.entries()) {
        const coefficient = row.coefficients[n] ?? 0;
        const number = numberOf.get(column);
        if (number === undefined) {
          fixed += coefficient * (values[column] ?? 0);
          continue;
        }
        kept.push(number);
        coefficients.push(coefficient);
        least += Math.min(0, coefficient);
        most += Math.max(0, coefficient);
      }
      const [lower, upper] = [row.lower - fixed, row.upper - fixed];
      return least >= lower && most <= upper ? [] : [{ lower, upper, columns: kept, coefficients }];
    });
  return {
    columns,
    model: { lower: pick(model.lower), upper: pick(model.upper), integer: pick(model.integer), rows },
  };
}

/** The rows in which each column stands. */
export function rowsOfColumns(model: LinearModel): readonly (readonly number[])[] {
  const rows: number[][] = model.lower.map(() => []);
  for (const [at, { columns }] of model.rows.entries()) for (const column of columns) rows[column]?.push(at);
  return rows;
}
