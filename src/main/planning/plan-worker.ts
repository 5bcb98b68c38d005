import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { PlanOutcome, PlanProblem, PlanStage } from '#shared/domain/planning/types.ts';
import { optimisePlan } from './optimise-plan.ts';

/** What the worker is started with; several problems are solved one after another. */
export interface PlanOrder {
  readonly problems: readonly PlanProblem[];
  readonly seconds: number;
}

export type PlanMessage =
  | { readonly type: 'stage'; readonly stage: PlanStage }
  | { readonly type: 'outcome'; readonly outcome: PlanOutcome };

// oxlint-disable-next-line typescript/no-unsafe-assignment -- run-plan-worker.ts, in this program, started us with it
const { problems, seconds }: PlanOrder = workerData;
const post = (message: PlanMessage) => parentPort?.postMessage(message);

// The solver would greet on standard output, which on the command line is the answer alone.
const silent = () => undefined;
const highs = await loadHighs({ print: silent, printErr: silent });
for (const problem of problems) {
  const outcome = optimisePlan(highs, problem, {
    seconds,
    now: () => performance.now(),
    onStage: (stage) => post({ type: 'stage', stage }),
  });
  post({ type: 'outcome', outcome });
}
