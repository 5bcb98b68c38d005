import type { LinearModel } from './linear-model.ts';

/** A part of a model that shares no row with the rest. */
export interface ModelPart {
  readonly model: LinearModel;
  /** Its columns as the whole model numbers them. */
  readonly columns: readonly number[];
}

/** The parts of a model that can be solved each for itself, in the order of their first columns. */
export function splitModel(model: LinearModel): readonly ModelPart[] {
  const parent = model.lower.map((_, column) => column);
  const rootOf = (column: number): number => {
    let at = column;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { columns } of model.rows) {
    const [first = 0, ...rest] = columns;
    for (const column of rest) parent[rootOf(column)] = rootOf(first);
  }
  const parts = new Map<number, { model: LinearModel; columns: number[] }>();
  const numberOf = new Map<number, number>();
  for (const column of model.lower.keys()) {
    const root = rootOf(column);
    const part = parts.get(root) ?? { model: { lower: [], upper: [], integer: [], rows: [] }, columns: [] };
    parts.set(root, part);
    numberOf.set(column, part.columns.length);
    part.columns.push(column);
    part.model.lower.push(model.lower[column] ?? 0);
    part.model.upper.push(model.upper[column] ?? 1);
    part.model.integer.push(model.integer[column] ?? true);
  }
  for (const row of model.rows) {
    const [first] = row.columns;
    if (first === undefined) continue;
    const part = parts.get(rootOf(first));
    part?.model.rows.push({ ...row, columns: row.columns.map((column) => numberOf.get(column) ?? 0) });
  }
  return [...parts.values()];
}
