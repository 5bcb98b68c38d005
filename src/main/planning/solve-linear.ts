import type loadHighs from 'highs';
import type { LinearModel } from './linear-model.ts';

/** The solver once its WebAssembly is loaded. */
export type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Solved {
  readonly values: Float64Array;
  /** No better solution exists. */
  readonly optimal: boolean;
}

/** Objectives are whole numbers: nothing can lie between two solutions that are nearer to each other than this. */
const WHOLE_GAP = 0.99;
const SEED = 1;
/** Columns up to which the relaxation, often whole already, is tried before branching is prepared. */
const SMALL = 500;

/**
 * The solution of a model at the lowest cost (whole numbers), from a solution that holds. One thread and a fixed seed:
 * the same model gives the same solution. Without a better one in time, the start comes back.
 */
export function solveLinear(
  highs: Highs,
  model: LinearModel,
  cost: Float64Array,
  start: Float64Array,
  seconds: number,
): Solved {
  const [columns, rows] = [model.lower.length, model.rows.length];
  if (columns === 0) return { values: start, optimal: true };
  const starts = new Int32Array(rows + 1);
  for (const [at, row] of model.rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.columns.length;
  const solver = highs.createModel({
    numCols: columns,
    numRows: rows,
    colCost: cost,
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: columns,
      starts,
      indices: Int32Array.from(model.rows.flatMap((row) => row.columns)),
      values: Float64Array.from(model.rows.flatMap(({ coefficients }) => coefficients)),
    },
  });
  try {
    solver.options.set({ output_flag: false, random_seed: SEED, time_limit: Math.max(0.01, seconds) });
    if (columns <= SMALL) {
      solver.run();
      const relaxed = solver.getSolution().colValue;
      if (solver.getModelStatus() === highs.constants.modelStatus.optimal && isWhole(relaxed)) {
        return { values: relaxed.map(Math.round), optimal: true };
      }
    }
    solver.changeColsIntegrality(
      { kind: 'range', from: 0, to: columns - 1 },
      Int32Array.from(model.integer, Number),
    );
    solver.options.set({
      // There is always a solution to start from, so that looking for a first one only costs time.
      mip_heuristic_run_feasibility_jump: false,
      mip_rel_gap: 0,
      mip_abs_gap: WHOLE_GAP,
    });
    solver.setSolution({ colValue: start });
    solver.run();
    const status = solver.getModelStatus();
    const { optimal, empty } = highs.constants.modelStatus;
    if (status !== optimal && status !== empty) {
      const found = solver.getSolution().colValue;
      return {
        values: costOf(cost, found) < costOf(cost, start) && isWhole(found) ? found.map(Math.round) : start,
        optimal: false,
      };
    }
    return { values: solver.getSolution().colValue.map(Math.round), optimal: true };
  } finally {
    solver.dispose();
  }
}

/** What a solution costs. */
export const costOf = (cost: Float64Array, values: Float64Array): number =>
  cost.reduce((sum, each, at) => sum + each * (values[at] ?? 0), 0);

const isWhole = (values: Float64Array): boolean =>
  values.length > 0 && values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
