import { firstComeFirstServed } from '#shared/domain/planning/first-come-first-served.ts';
import { indexProblem } from '#shared/domain/planning/index-problem.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { scorePlan } from '#shared/domain/planning/score-plan.ts';
import type { PlanOutcome, PlanProblem, PlanStage } from '#shared/domain/planning/types.ts';
import { buildModel } from './build-model.ts';
import { addRow } from './linear-model.ts';
import { assignmentsOf, valuesOf } from './model-values.ts';
import { addShortfall } from './shortfall.ts';
import { costOf, solveLinear, type Highs } from './solve-linear.ts';
import { splitModel } from './split-model.ts';
import { stageCosts } from './stage-costs.ts';

/** These are sums over places, so that parts which share nothing are solved each for itself. */
const BY_PART = ['covered', 'urgency', 'venues', 'burden'] as const;

/**
 * The best plan, stage by stage: each stage keeps what the earlier ones reached and improves what comes next. It starts
 * from first come, first served, so that it is never worse. Blocks its thread.
 */
export function optimisePlan(
  highs: Highs,
  problem: PlanProblem,
  {
    seconds,
    now,
    onStage,
  }: { readonly seconds: number; readonly now: () => number; readonly onStage: (stage: PlanStage) => void },
): PlanOutcome {
  const end = now() + seconds * 1000;
  const firstCome = firstComeFirstServed(problem);
  const plan = buildModel(indexProblem(problem));
  const { model } = plan;
  let values = valuesOf(plan, firstCome);
  let optimal = true;
  const times = new Map<PlanStage, number>();
  const solve = (stage: PlanStage, part: typeof model, cost: Float64Array, start: Float64Array) => {
    if (cost.every((each) => each === 0)) return start;
    onStage(stage);
    const began = now();
    const solved = solveLinear(highs, part, cost, start, (end - began) / 1000);
    times.set(stage, (times.get(stage) ?? 0) + now() - began);
    optimal &&= solved.optimal;
    addRow(
      part,
      Array.from(cost, (each, column) => [column, each] as const),
      { upper: costOf(cost, solved.values) },
    );
    return solved.values;
  };

  const parts = splitModel(model);
  for (const stage of BY_PART) {
    const cost = stageCosts(plan, stage);
    for (const { model: part, columns } of parts) {
      const pick = (from: Float64Array) => Float64Array.from(columns, (column) => from[column] ?? 0);
      const better = solve(stage, part, pick(cost), pick(values));
      for (const [at, column] of columns.entries()) values[column] = better[at] ?? 0;
    }
  }
  // What is left concerns schools, which have pupils in several parts.
  const whole = {
    ...model,
    rows: parts.flatMap(({ model: part, columns }) =>
      part.rows.map((row) => ({ ...row, columns: row.columns.map((column) => columns[column] ?? 0) })),
    ),
  };
  const shortfall = addShortfall(whole, plan, problem, values);
  values = solve('shortfall', whole, shortfall.cost, shortfall.start);
  const balance = new Float64Array(whole.lower.length);
  balance.set(stageCosts(plan, 'balance').subarray(0, balance.length));
  values = solve('balance', whole, balance, values);

  const assignments = assignmentsOf(plan, values);
  const broken = planProblems(problem, assignments);
  if (broken.length > 0) throw new Error(`The plan breaks a rule: ${broken[0]?.type ?? ''}.`);
  return {
    assignments,
    score: scorePlan(problem, assignments),
    optimal,
    firstCome: { assignments: firstCome, score: scorePlan(problem, firstCome) },
    stages: [...times].map(([stage, milliseconds]) => ({ stage, milliseconds })),
  };
}
