import type { PlanOutcome, PlanProblem, PlanStage } from '#shared/domain/planning/types.ts';
import { runPlanWorker } from './run-plan-worker.ts';

const ENOUGH_SECONDS = 60;

export interface SolvePlanOptions {
  /** Called as each stage begins; the time it will take is not known. */
  readonly onProgress?: (stage: PlanStage) => void;
  /** Throws once the user has cancelled; the planner ends within a tenth of a second and the error is passed on. */
  readonly checkCancelled?: () => void;
  /** After so many seconds the best plan found until then is given, marked as not proven. */
  readonly timeLimitSeconds?: number;
}

/**
 * The best plan for the pupils who wait. The same problem, in whatever order its lists are, gives the same plan as long
 * as time does not run out. It works in a thread of its own and changes nothing.
 */
export async function solvePlan(
  problem: PlanProblem,
  {
    onProgress = () => undefined,
    checkCancelled = () => undefined,
    timeLimitSeconds = ENOUGH_SECONDS,
  }: SolvePlanOptions = {},
): Promise<PlanOutcome> {
  const [outcome] = await runPlanWorker(
    { problems: [problem], seconds: timeLimitSeconds },
    { onStage: onProgress, checkCancelled },
  );
  if (!outcome) throw new Error('The planner gave no plan.');
  return outcome;
}
