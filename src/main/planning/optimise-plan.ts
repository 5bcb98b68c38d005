import { firstComeFirstServed } from '#shared/domain/planning/first-come-first-served.ts';
import { indexProblem } from '#shared/domain/planning/index-problem.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { scorePlan } from '#shared/domain/planning/score-plan.ts';
import type { PlanOutcome, PlanProblem, PlanStage } from '#shared/domain/planning/types.ts';
import { buildModel } from './build-model.ts';
import { improvePlan } from './improve-plan.ts';
import { assignmentsOf, valuesOf } from './model-values.ts';
import { addShortfall } from './shortfall.ts';
import type { Highs } from './solve-linear.ts';
import { solveStages, type SolveDesk } from './solve-stages.ts';
import { splitModel } from './split-model.ts';
import { stageCosts } from './stage-costs.ts';

/** These are sums over places, so that parts which share nothing are solved each for itself. */
const BY_PART = ['covered', 'urgency', 'venues', 'burden'] as const;
/** Columns of one part up to which the best plan is found at once. */
const SMALL = 300;
/** Columns of one part up to which the solver is asked for a proof. */
const PROVABLE = 1500;

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
  const times = new Map<PlanStage, number>();
  const desk: SolveDesk = {
    highs,
    secondsLeft: () => (end - now()) / 1000,
    during(stage, work) {
      if (!times.has(stage)) onStage(stage);
      const began = now();
      const result = work();
      times.set(stage, (times.get(stage) ?? 0) + now() - began);
      return result;
    },
  };
  const firstCome = firstComeFirstServed(problem);
  const plan = buildModel(indexProblem(problem));
  const { model } = plan;
  const stages = BY_PART.map((stage) => ({ stage, cost: stageCosts(plan, stage) }));
  const parts = splitModel(model);
  const isOver = (limit: number) => parts.some(({ columns }) => columns.length > limit);
  let values = valuesOf(plan, firstCome);
  let optimal = !isOver(PROVABLE);
  if (isOver(SMALL)) values = improvePlan(desk, plan, stages, values);
  for (const part of parts) {
    if (part.columns.length > PROVABLE) continue;
    const pick = (from: Float64Array) => Float64Array.from(part.columns, (column) => from[column] ?? 0);
    const own = stages.map(({ stage, cost }) => ({ stage, cost: pick(cost) }));
    const solved = solveStages(desk, part.model, own, pick(values));
    optimal &&= solved.optimal;
    for (const [at, column] of part.columns.entries()) values[column] = solved.values[at] ?? 0;
  }
  if (optimal) {
    // What is left concerns schools, which have pupils in several parts.
    const rows = parts.flatMap(({ model: part, columns }) =>
      part.rows.map((row) => ({ ...row, columns: row.columns.map((column) => columns[column] ?? 0) })),
    );
    const whole = { ...model, rows };
    const shortfall = addShortfall(whole, plan, problem, values);
    const balance = new Float64Array(whole.lower.length);
    balance.set(stageCosts(plan, 'balance'));
    for (const [stage, cost] of [
      ['shortfall', shortfall.cost],
      ['balance', balance],
    ] as const) {
      const solved = solveStages(
        desk,
        whole,
        [{ stage, cost }],
        stage === 'shortfall' ? shortfall.start : values,
      );
      values = solved.values;
      optimal &&= solved.optimal;
    }
  }

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
