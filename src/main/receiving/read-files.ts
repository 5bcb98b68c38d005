import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import { readInThreads } from './read-in-threads.ts';
import { readTask } from './read-task.ts';
import type { ReadFile, ReadOrder, ReadTask } from './types.ts';

/** Below both, a thread takes longer to start than the files to read. */
const FEW_FILES = 20;
const FEW_BYTES = 2 * 1024 * 1024;

/** More threads than this only wait for the one that writes. */
const MOST_THREADS = 3;

const TASKS_AT_ONCE = 32;

/**
 * Reads files in their order and gives what came of them, some at a time: a few here, many in threads of their own that
 * go on reading while the caller writes. Ending the loop early ends the threads.
 */
export async function* readFiles(
  tasks: readonly ReadTask[],
  order: ReadOrder,
): AsyncGenerator<readonly ReadFile[]> {
  if (await areFew(tasks)) {
    for (const [at, task] of tasks.entries()) {
      for await (const file of readTask(at, task, order)) yield [file];
    }
    return;
  }
  const chunks = inChunks([...tasks.entries()], TASKS_AT_ONCE);
  // Reading takes longer than writing: with a thread for each processor the writer seldom waits, and it needs little.
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism(), chunks.length));
  yield* readInThreads(chunks, order, threads);
}

async function areFew(tasks: readonly ReadTask[]): Promise<boolean> {
  if (tasks.length > FEW_FILES) return false;
  let bytes = 0;
  for (const task of tasks) {
    bytes +=
      task.bytes?.length ??
      (await stat(task.path ?? '').then(
        ({ size }) => size,
        () => 0,
      ));
  }
  return bytes <= FEW_BYTES;
}
