import { firstComeFirstServed } from '#shared/domain/planning/first-come-first-served.ts';
import { indexProblem } from '#shared/domain/planning/index-problem.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { scorePlan } from '#shared/domain/planning/score-plan.ts';
import type { PlanOutcome, PlanProblem, PlanStage } from '#shared/domain/planning/types.ts';
import { buildModel } from './build-model.ts';
import { improvePlan } from './improve-plan.ts';
import { assignmentsOf, valuesOf } from './model-values.ts';
import { partFacts } from './part-facts.ts';
import { provePart } from './prove-part.ts';
import { addShortfall } from './shortfall.ts';
import type { Highs } from './solve-linear.ts';
import { solveStages, type SolveDesk } from './solve-stages.ts';
import { splitModel } from './split-model.ts';
import { stageCosts } from './stage-costs.ts';

/** These are sums over places, so that parts which share nothing are solved each for itself. */
const BY_PART = ['covered', 'urgency', 'venues', 'burden'] as const;
/** Columns of one part up to which the best plan is found at once. */
const SMALL = 300;
/** Columns of one part up to which the solver is asked for a proof; larger ones are proven by their bounds, or improved. */
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
    provable = PROVABLE,
  }: {
    readonly seconds: number;
    readonly now: () => number;
    readonly onStage: (stage: PlanStage) => void;
    /** For tests: the size above which a part is proven by its bounds. */
    readonly provable?: number;
  },
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
  let values = valuesOf(plan, firstCome);
  let optimal = true;
  const whole = new Set<number>();
  const factsOf = partFacts(plan);
  for (const part of parts) {
    if (part.columns.length <= provable) continue;
    const proven = provePart(desk, part.model, factsOf(part));
    optimal &&= proven?.optimal === true;
    if (!proven) continue;
    for (const [at, column] of part.columns.entries()) {
      values[column] = proven.values[at] ?? 0;
      whole.add(column);
    }
  }
  const isLeft = (limit: number) =>
    parts.some(({ columns: [first = -1, ...rest] }) => rest.length >= limit && !whole.has(first));
  if (isLeft(SMALL)) values = improvePlan(desk, plan, stages, values);
  for (const part of parts) {
    if (part.columns.length > provable) continue;
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
    // Parts that are covered whole leave nothing open: they stay as they are.
    const fixed = (bounds: readonly number[]) =>
      bounds.map((bound, column) => (whole.has(column) ? (values[column] ?? 0) : bound));
    const last = { ...model, rows, lower: fixed(model.lower), upper: fixed(model.upper) };
    const shortfall = addShortfall(last, plan, problem, values);
    const balance = new Float64Array(last.lower.length);
    balance.set(stageCosts(plan, 'balance'));
    for (const [stage, cost] of [
      ['shortfall', shortfall.cost],
      ['balance', balance],
    ] as const) {
      const solved = solveStages(
        desk,
        last,
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
