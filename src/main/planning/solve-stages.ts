import type { PlanStage } from '#shared/domain/planning/types.ts';
import { addRow, type LinearModel } from './linear-model.ts';
import { costOf, solveLinear, type Highs } from './solve-linear.ts';

/** What every column costs in one stage. */
export interface StageCost {
  readonly stage: PlanStage;
  readonly cost: Float64Array;
}

/** What the solving of stages is given from outside. */
export interface SolveDesk {
  readonly highs: Highs;
  readonly secondsLeft: () => number;
  /** Does the work of a stage, and may take its time. */
  readonly during: <T>(stage: PlanStage, work: () => T) => T;
}

/** Up to here whole numbers survive the solver's tolerances (a millionth) unharmed. */
const EXACT = 1_000_000;

/**
 * Solves the stages one after another; what a stage reached becomes a row of the model, which the later ones keep.
 * Stages whose sums are small are solved together: the earlier one counts so much that the later can never outweigh it.
 */
export function solveStages(
  { highs, secondsLeft, during }: SolveDesk,
  model: LinearModel,
  stages: readonly StageCost[],
  start: Float64Array,
): { readonly values: Float64Array; readonly optimal: boolean } {
  let values = start;
  let optimal = true;
  for (const { stage, cost } of joinStages(stages)) {
    const solved = during(stage, () => solveLinear(highs, model, cost, values, secondsLeft()));
    values = solved.values;
    optimal &&= solved.optimal;
    addRow(
      model,
      Array.from(cost, (each, column) => [column, each] as const),
      { upper: costOf(cost, values) },
    );
  }
  return { values, optimal };
}

function joinStages(stages: readonly StageCost[]): readonly StageCost[] {
  const joined: StageCost[] = [];
  for (const { stage, cost } of stages) {
    const range = rangeOf(cost);
    if (range === 0) continue;
    const before = joined.at(-1);
    if (before && rangeOf(before.cost) * (range + 1) + range <= EXACT) {
      joined[joined.length - 1] = {
        stage: before.stage,
        cost: before.cost.map((each, column) => each * (range + 1) + (cost[column] ?? 0)),
      };
    } else joined.push({ stage, cost });
  }
  return joined;
}

/** No two solutions differ by more, as every column that costs is 0 or 1. */
const rangeOf = (cost: Float64Array): number => cost.reduce((sum, each) => sum + Math.abs(each), 0);
