import { readFile, stat } from 'node:fs/promises';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { MAX_FILE_BYTES } from '../exchange/read-text.ts';
import { readBytes, refusedFile } from './read-bytes.ts';
import type { ReadFile, ReadOrder, ReadTask } from './types.ts';

/** What one task holds: a file, or all the files of an archive, one after another. Never throws for what is in it. */
export async function* readTask(at: number, task: ReadTask, order: ReadOrder): AsyncGenerator<ReadFile> {
  const { name, path } = task;
  const loaded = task.bytes === undefined ? await load(path ?? '') : { ok: true as const, value: task.bytes };
  if (!loaded.ok) {
    yield refusedFile(at, name, loaded);
    return;
  }
  yield await readBytes(at, { ...task, bytes: loaded.value }, order);
}

async function load(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      return refuse(
        'unreadable-file',
        `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, which no return is.`,
      );
    }
    return { ok: true, value: await readFile(path) };
  } catch {
    return refuse(
      'unreadable-file',
      'The file could not be opened. It may have been moved, or another program holds it.',
    );
  }
}
