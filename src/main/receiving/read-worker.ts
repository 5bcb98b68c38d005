import { parentPort, workerData } from 'node:worker_threads';
import { readTask } from './read-task.ts';
import type { ReadFile, ReadOrder, ReadTask } from './types.ts';

/** Some tasks to be read together, and what came of them: all of it with `done`, or some of it before. */
export interface ReadChunk {
  readonly number: number;
  readonly tasks: readonly (readonly [at: number, task: ReadTask])[];
}

export interface ReadAnswer {
  readonly number: number;
  readonly files: readonly ReadFile[];
  readonly done: boolean;
}

/** So many exclusions are handed over at a time: a large archive is not held whole. */
const ROWS_AT_ONCE = 4000;

// oxlint-disable-next-line typescript/no-unsafe-assignment -- read-files.ts, in this program, started us with it
const order: ReadOrder = workerData;

const post = (answer: ReadAnswer) => parentPort?.postMessage(answer);

// One chunk after another: a second message may come while the first is being read.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (chunk: ReadChunk) => {
  last = last.then(() => readChunk(chunk));
});

async function readChunk({ number, tasks }: ReadChunk): Promise<void> {
  let files: ReadFile[] = [];
  let rows = 0;
  for (const [at, task] of tasks) {
    for await (const file of readTask(at, task, order)) {
      files.push(file);
      rows += file.kind === 'return' ? file.exclusions.length : 0;
      if (rows < ROWS_AT_ONCE) continue;
      post({ number, files, done: false });
      files = [];
      rows = 0;
    }
  }
  post({ number, files, done: true });
}
