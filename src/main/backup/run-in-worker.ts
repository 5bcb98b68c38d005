import { Worker } from 'node:worker_threads';
import type { BackupTask, RunBackupTask } from './backup-tasks.ts';
import type { TaskMessage, TaskOrder } from './backup-worker.ts';
import type { Watch } from './watch.ts';

/** How often it is asked whether the work is still wanted, in milliseconds. */
const POLL = 100;

/**
 * Runs a task in a thread of its own, so that neither the window nor main waits. What `watch` throws stops it at its next
 * step, and is thrown once the thread has tidied up.
 */
export const runTaskInWorker: RunBackupTask = async (task, order, watch) => {
  const answer = await run(task, order, watch);
  // Our own worker answers with what the task's function gave.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return answer as never;
};

async function run(task: BackupTask, order: TaskOrder['order'], watch: Watch): Promise<unknown> {
  watch.checkCancelled();
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerFile(), { workerData: { task, order, stopFlag } satisfies TaskOrder });
  let answered: { readonly answer: unknown } | undefined;
  let stopped: unknown;
  const poll = setInterval(() => {
    try {
      watch.checkCancelled();
    } catch (error) {
      stopped ??= error;
      Atomics.store(stopFlag, 0, 1);
    }
  }, POLL);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: TaskMessage) => {
        if (message.type === 'progress') watch.progress(message.fraction, message.text);
        else if (message.type === 'answer') answered = { answer: message.answer };
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
  } finally {
    clearInterval(poll);
  }
  if (answered) return answered.answer;
  // oxlint-disable-next-line typescript/only-throw-error -- it is what the watcher threw
  if (stopped !== undefined) throw stopped;
  throw new Error(`The backup thread ended without an answer (${task}).`);
}

/** The worker as it lies beside this module: a source, or a bundle beside (or one folder above) ours. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./backup-worker.ts', here);
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../backup-worker.js' : './backup-worker.js', here);
}
