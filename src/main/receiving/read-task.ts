import { readFileSync, statSync } from 'node:fs';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { isWorkbook, isZip, openArchive } from '../exchange/open-archive.ts';
import { MAX_FILE_BYTES } from '../exchange/read-text.ts';
import { sha256 } from '../exchange/sha256.ts';
import { readBytes, refusedFile } from './read-bytes.ts';
import type { ReadFile, ReadOrder, ReadTask } from './types.ts';

/** What one task holds: a file, or all the files of an archive, one after another. Never throws for what is in it. */
export async function* readTask(at: number, task: ReadTask, order: ReadOrder): AsyncGenerator<ReadFile> {
  const { name, path } = task;
  const loaded = task.bytes === undefined ? load(path ?? '') : { ok: true as const, value: task.bytes };
  if (!loaded.ok) {
    yield refusedFile(at, name, loaded);
    return;
  }
  const bytes = loaded.value;
  if (isZip(bytes) && !isWorkbook(bytes)) yield* readArchive(at, { ...task, bytes }, order);
  else yield await readBytes(at, { ...task, bytes }, order);
}

/** The files of an archive, unpacked one at a time; each is taken or refused by itself. */
async function* readArchive(
  at: number,
  task: ReadTask & { readonly bytes: Uint8Array },
  order: ReadOrder,
): AsyncGenerator<ReadFile> {
  const { name, bytes } = task;
  const opened = openArchive(name, bytes);
  const whole = { bytes, sha256: sha256(bytes) };
  if (!opened.ok) {
    yield refusedFile(at, name, opened, whole);
    return;
  }
  if (opened.value.length === 0) {
    const message = 'There are no files in this zip file.';
    yield refusedFile(at, name, { ok: false, error: { code: 'unreadable-file', message } }, whole);
    return;
  }
  for (const entry of opened.value) {
    const shown = `${name}/${entry.name}`;
    const unpacked = entry.read();
    if (unpacked.ok) yield await readBytes(at, { ...task, name: shown, bytes: unpacked.value }, order);
    else yield refusedFile(at, shown, unpacked);
  }
}

/** Without waiting: nobody else is served by a thread that reads, and each wait would cost more than a small file. */
function load(path: string): Result<Uint8Array> {
  try {
    const found = statSync(path);
    // A pipe or a device would never end, whatever size it claims.
    if (!found.isFile()) throw new Error('no plain file');
    if (found.size > MAX_FILE_BYTES) {
      return refuse(
        'unreadable-file',
        `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, which no return is.`,
      );
    }
    return { ok: true, value: readFileSync(path) };
  } catch {
    return refuse(
      'unreadable-file',
      'The file could not be opened. It may have been moved, or another program holds it.',
    );
  }
}
