import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadChunk } from './read-worker.ts';
import type { ReadFile, ReadOrder } from './types.ts';

/** Chunks a thread is ahead of the writer at most: memory stays bounded, and it has work while a batch is written. */
const AHEAD = 10;

type Tasks = ReadChunk['tasks'];

/** What the chunks hold, in their order, read by threads of their own that are ended when the loop is left. */
export async function* readInThreads(
  chunks: readonly Tasks[],
  order: ReadOrder,
  threads: number,
): AsyncGenerator<readonly ReadFile[]> {
  const workers = Array.from({ length: threads }, () => new Worker(workerFile(), { workerData: order }));
  const mailbox = makeMailbox(workers);
  try {
    let handedOut = 0;
    const handOut = () => {
      const tasks = chunks[handedOut];
      if (tasks === undefined) return;
      workers[handedOut % threads]?.postMessage({ number: handedOut, tasks } satisfies ReadChunk);
      handedOut += 1;
    };
    for (let ahead = 0; ahead < AHEAD * threads; ahead += 1) handOut();
    for (let number = 0; number < chunks.length; number += 1) {
      for (let done = false; !done;) {
        const answer = await mailbox.next(number);
        ({ done } = answer);
        if (done) handOut();
        if (answer.files.length > 0) yield answer.files;
      }
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Answers as they come, asked for by the number of their chunk. A thread that breaks off fails whoever waits. */
function makeMailbox(workers: readonly Worker[]) {
  const arrived = new Map<number, ReadAnswer[]>();
  let wake: () => void = () => undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  for (const worker of workers) {
    worker.on('message', (answer: ReadAnswer) => {
      const same = arrived.get(answer.number);
      if (same) same.push(answer);
      else arrived.set(answer.number, [answer]);
      wake();
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('A thread that reads returns stopped before it was finished.')));
  }
  return {
    async next(number: number): Promise<ReadAnswer> {
      for (;;) {
        const waiting = arrived.get(number);
        const answer = waiting?.shift();
        if (answer) {
          if (answer.done) arrived.delete(number);
          return answer;
        }
        if (failure) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** The worker as it lies beside this module: a source, or a bundle beside (or one folder above) ours. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./read-worker.ts', here);
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../read-worker.js' : './read-worker.js', here);
}
