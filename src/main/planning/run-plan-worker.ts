import { Worker } from 'node:worker_threads';
import type { PlanOutcome, PlanStage } from '#shared/domain/planning/types.ts';
import type { PlanMessage, PlanOrder } from './plan-worker.ts';

/** How often cancelling is looked for, in milliseconds. */
const POLL = 50;

export interface PlanWatch {
  readonly onStage: (stage: PlanStage) => void;
  /** Throws once the work is no longer wanted; the worker is ended then, whatever it is doing. */
  readonly checkCancelled: () => void;
}

/** Solves problems in a thread of its own, because the solver blocks its thread and knows no way to be asked to stop. */
export async function runPlanWorker(
  order: PlanOrder,
  { onStage, checkCancelled }: PlanWatch,
): Promise<readonly PlanOutcome[]> {
  checkCancelled();
  const outcomes: PlanOutcome[] = [];
  const worker = new Worker(workerFile(), { workerData: order });
  let watch: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      watch = setInterval(() => {
        try {
          checkCancelled();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }, POLL);
      worker.on('message', (message: PlanMessage) => {
        if (message.type === 'stage') onStage(message.stage);
        else outcomes.push(message.outcome);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        if (outcomes.length === order.problems.length) resolve();
        else reject(new Error('The planner stopped before it was finished.'));
      });
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
  return outcomes;
}

/** The worker as it lies beside this module: a source, or a bundle beside (or one folder above) ours. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./plan-worker.ts', here);
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../plan-worker.js' : './plan-worker.js', here);
}
