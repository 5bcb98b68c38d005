import type { OperationOutput } from '#shared/contract/contract.ts';
import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { listFiles, MAX_FILES } from '../../receiving/list-files.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { StoreBusyError } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { isCancelled } from '../is-cancelled.ts';
import { keepGrids, type GridOutcome } from './keep-grids.ts';
import { readGridFiles, type ReadGridFile } from './read-grid-files.ts';

/** What is written in one transaction. */
const FILES_AT_ONCE = 50;

/** Imports every grid behind the ids, each whole or not at all. Cancelling leaves the files already done. */
export const importGrids: Handler<'authority.import-grids'> = async (context, { fileIds }) => {
  const paths = fileIds.flatMap((fileId) => context.files.pathOf(fileId) ?? []);
  if (paths.length < fileIds.length)
    return refuse(
      'not-found',
      'Some of the files are not known any more. Nothing was imported; choose them again.',
    );
  const workspace = await context.read(readWorkspace);
  if (!workspace?.authority)
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  context.job.progress(undefined, 'Looking for grids');
  const found = await listFiles([...new Set(paths)]);
  if (found.length > MAX_FILES)
    return refuse(
      'refused',
      `There are more than ${MAX_FILES.toLocaleString('en-GB')} files there. Nothing was imported; choose a smaller folder.`,
    );
  if (found.length === 0)
    return refuse(
      'not-found',
      'There are no CSV files, workbooks or archives in that folder. Choose the folder the schools’ grids are in.',
    );
  const reader = { authority: workspace.authority, latest: addDays(context.clock.today(), 1) };
  const files: GridOutcome[] = [];
  let batch: ReadGridFile[] = [];
  const pathOf = new Map(found.map(({ name, path }) => [name, path]));
  const flush = async () => {
    files.push(...(await orBusy(context, batch, pathOf)));
    batch = [];
  };
  for (const [at, file] of found.entries()) {
    if (isCancelled(context)) {
      await flush();
      files.push(...found.slice(at).map(({ name, path }) => notRead(context, name, CANCELLED, path)));
      return { ok: true, value: summary(files) };
    }
    context.job.progress(at / found.length, `${at + 1} of ${found.length}: ${file.name}`);
    batch.push(...(await readGridFiles(file, reader)));
    if (batch.length >= FILES_AT_ONCE) await flush();
  }
  await flush();
  return { ok: true, value: summary(files) };
};

const CANCELLED = 'Not read: the import was cancelled before it. Import it again.';
const BUSY = 'Not imported: another program is using the database. Import this file again.';

const notRead = (
  { files }: Pick<Context, 'files'>,
  fileName: string,
  message: string,
  path: string | undefined,
): GridOutcome => ({
  fileName,
  outcome: 'not-read',
  message,
  problems: [],
  ...(path === undefined ? {} : { fileId: files.register(path).fileId }),
});

/** A database kept busy by another program costs these files, not the answer about those already taken. */
async function orBusy(
  context: Context,
  batch: readonly ReadGridFile[],
  paths: ReadonlyMap<string, string>,
): Promise<readonly GridOutcome[]> {
  if (batch.length === 0) return [];
  try {
    return await keepGrids(context, batch);
  } catch (error) {
    if (!(error instanceof StoreBusyError)) throw error;
    return batch.map(({ name }) => notRead(context, name, BUSY, paths.get(name)));
  }
}

function summary(files: GridOutcome[]): OperationOutput<'authority.import-grids'> {
  const totals: Record<ImportOutcome, number> = {
    imported: 0,
    replaced: 0,
    older: 0,
    duplicate: 0,
    refused: 0,
    'not-read': 0,
  };
  for (const { outcome } of files) totals[outcome] += 1;
  return { totals, files };
}
