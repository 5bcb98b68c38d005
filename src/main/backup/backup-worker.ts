import { parentPort, workerData } from 'node:worker_threads';
import { runTaskHere, type BackupTask, type BackupTasks } from './backup-tasks.ts';

/** What a worker is started with. */
export interface TaskOrder {
  readonly task: BackupTask;
  readonly order: Parameters<BackupTasks[BackupTask]>[0];
  /** One shared number: 1 once nobody wants it any more. */
  readonly stopFlag: Int32Array;
}

export type TaskMessage =
  | { readonly type: 'progress'; readonly fraction: number | undefined; readonly text: string }
  | { readonly type: 'answer'; readonly answer: ReturnType<BackupTasks[BackupTask]> }
  | { readonly type: 'stopped' };

class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

// oxlint-disable-next-line typescript/no-unsafe-assignment -- run-in-worker.ts, in this program, started us with it
const { task, order, stopFlag }: TaskOrder = workerData;
const post = (message: TaskMessage) => parentPort?.postMessage(message);

try {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the order came with its own task
  const answer = await runTaskHere(task, order as never, {
    progress: (fraction, text) => post({ type: 'progress', fraction, text }),
    checkCancelled: () => {
      if (Atomics.load(stopFlag, 0) === 1) throw new StoppedError('nobody wants it any more');
    },
  });
  post({ type: 'answer', answer });
} catch (error) {
  if (!(error instanceof StoppedError)) throw error;
  post({ type: 'stopped' });
}
