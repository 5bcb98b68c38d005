import type { Context } from '../context.ts';
import { isCancelled } from '../is-cancelled.ts';
import { readFiles } from '../../receiving/read-files.ts';
import { readBytes, refusedAs, refusedFile } from '../../receiving/read-bytes.ts';
import type { ReadFile, ReadOrder, ReadTask } from '../../receiving/types.ts';
import { readMappings } from '../../storage/repositories/column-mappings.ts';
import { knownContents } from '../../storage/repositories/received-returns.ts';
import { StoreBusyError } from '../../storage/store.ts';
import { openSealedReturn } from '../sealed-return.ts';
import { notReadOutcome, type FileOutcome } from './import-words.ts';
import { keepBatch } from './keep-batch.ts';

/** What is written in one transaction: long enough to be quick, short enough that others can write in between. */
const BATCH_ROWS = 10_000;
const BATCH_FILES = 500;

const CANCELLED = 'Not read: the import was cancelled before it. Import it again.';
const BUSY = 'Not imported: another program is using the database. Import this file again.';

/** Who imports for whom. */
export interface ImportFor {
  readonly authority: string;
  readonly laEstab: string | undefined;
}

/**
 * Reads the files and keeps them, many in a transaction, while the next are being read. A cancelled import keeps what
 * was read before; the other files come back as not read, each with an id to go on with.
 */
export async function importTasks(
  context: Context,
  tasks: readonly ReadTask[],
  { authority, laEstab }: ImportFor,
): Promise<readonly FileOutcome[]> {
  const order: ReadOrder = {
    authority,
    laEstab,
    today: context.clock.today(),
    known: await context.read(knownContents),
    mappings: await context.read(readMappings),
  };
  const outcomes: FileOutcome[] = [];
  let batch: ReadFile[] = [];
  let rows = 0;
  const flush = async () => {
    outcomes.push(...(await orBusy(context, tasks, batch)));
    batch = [];
    rows = 0;
  };
  let next = 0;
  reading: for await (const files of readFiles(tasks, order)) {
    for (const file of files) {
      if (isCancelled(context)) {
        // Of an archive broken off in the middle the whole is named: what was taken of it is a copy the next time.
        next = file.at;
        break reading;
      }
      next = file.at + 1;
      const shown = file.name.slice(file.name.lastIndexOf('/') + 1);
      context.job.progress(next / tasks.length, `${next} of ${tasks.length}: ${shown}`);
      const readable = file.kind === 'sealed' ? await openedFile(context, file, order) : file;
      batch.push(readable);
      rows += readable.kind === 'return' ? readable.exclusions.length : 0;
      if (rows >= BATCH_ROWS || batch.length >= BATCH_FILES) await flush();
    }
  }
  if (batch.length > 0) await flush();
  const left = tasks.slice(next).map((task) => notReadOutcome(task.name, CANCELLED, idOf(context, task)));
  return [...outcomes, ...left];
}

/** What is in a sealed file, opened with the authority's keys. */
async function openedFile(
  context: Context,
  { at, name, bytes, sha256 }: Extract<ReadFile, { readonly kind: 'sealed' }>,
  order: ReadOrder,
): Promise<ReadFile> {
  const opened = await openSealedReturn(context, bytes);
  if (!opened.ok) return refusedFile(at, name, opened, { bytes, sha256 });
  const { fileName, laEstab, signedBy } = opened.value;
  const task = { name: `${name}/${fileName}`, bytes: opened.value.bytes, laEstab, signedBy };
  const read = await readBytes(at, task, order);
  // Kept sealed as it came: opened, another try would know nothing of who sealed it.
  if (read.kind === 'refused') return refusedAs(read, name, { bytes, sha256 });
  return read.kind === 'sealed' ? read : { ...read, sealedSha256: sha256 };
}

/** A database kept busy by another program costs these files, not the answer about those already taken. */
async function orBusy(
  context: Context,
  tasks: readonly ReadTask[],
  batch: readonly ReadFile[],
): Promise<readonly FileOutcome[]> {
  try {
    return await keepBatch(context, batch);
  } catch (error) {
    if (!(error instanceof StoreBusyError)) throw error;
    return batch.map(({ at, name }) => notReadOutcome(name, BUSY, idOf(context, tasks[at])));
  }
}

const idOf = ({ files }: Context, task: ReadTask | undefined): string | undefined =>
  task?.path === undefined ? undefined : files.register(task.path).fileId;
