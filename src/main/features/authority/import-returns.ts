import { refuse } from '#shared/kernel/result.ts';
import { listFiles, MAX_FILES } from '../../receiving/list-files.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { importTasks } from './import-tasks.ts';
import { summarise } from './summarise.ts';

/** Imports every file behind the ids, each whole or not at all. Cancelling leaves the files already done. */
export const importReturns: Handler<'authority.import'> = async (context, { fileIds, laEstab }) => {
  const paths = fileIds.flatMap((fileId) => context.files.pathOf(fileId) ?? []);
  if (paths.length < fileIds.length) {
    return refuse(
      'not-found',
      'Some of the files are not known any more. Nothing was imported; choose them again.',
    );
  }
  const workspace = await context.read(readWorkspace);
  if (!workspace?.authority) {
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  }
  context.job.progress(undefined, 'Looking for returns');
  // Files left of one archive come back with an id each, all of that archive.
  const found = await listFiles([...new Set(paths)]);
  if (found.length > MAX_FILES) {
    return refuse(
      'refused',
      `There are more than ${MAX_FILES.toLocaleString('en-GB')} files there. Nothing was imported; choose a smaller folder.`,
    );
  }
  if (found.length === 0) {
    return refuse(
      'not-found',
      'There are no XML or CSV files in that folder, nor workbooks or archives. Choose the folder the schools’ returns are in.',
    );
  }
  const outcomes = await importTasks(context, found, { authority: workspace.authority.code, laEstab });
  return { ok: true, value: summarise(outcomes) };
};
