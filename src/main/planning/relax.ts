import type { LinearModel } from './linear-model.ts';
import { loadModel, type Highs } from './solve-linear.ts';

export interface Relaxed {
  /** No solution in whole numbers costs less. */
  readonly bound: number;
  readonly values: Float64Array;
  /** What a solution would cost more, at least, for each unit of a column that is not in this one. */
  readonly reduced: Float64Array;
}

const SEED = 1;

/** The best solution in fractions; undefined when there is none, or time ran out. */
export function relax(
  highs: Highs,
  model: LinearModel,
  cost: Float64Array,
  seconds: number,
): Relaxed | undefined {
  const solver = loadModel(highs, model, cost);
  try {
    solver.options.set({ output_flag: false, random_seed: SEED, time_limit: Math.max(0.01, seconds) });
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
    const { colValue, colDual } = solver.getSolution();
    const bound = cost.reduce((sum, each, at) => sum + each * (colValue[at] ?? 0), 0);
    return { bound, values: Float64Array.from(colValue), reduced: Float64Array.from(colDual) };
  } finally {
    solver.dispose();
  }
}
