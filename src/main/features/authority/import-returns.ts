import { IMPORT_OUTCOMES, type ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import { refuse } from '#shared/kernel/result.ts';
import { listFiles, MAX_FILES } from '../../receiving/list-files.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { importTasks } from './import-tasks.ts';
import type { FileOutcome } from './import-words.ts';

/** So many files are listed in the answer: a window shows no more, and a message of a whole country's would stop it. */
const MOST_LISTED = 3000;

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
  const found = await listFiles(paths);
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

/** In the order in which they ask for attention. */
const URGENT: readonly ImportOutcome[] = [
  'refused',
  'not-read',
  'replaced',
  'older',
  'duplicate',
  'imported',
];

/** How many of each, and the files; of very many, those that need a look first. */
export function summarise(outcomes: readonly FileOutcome[]) {
  const totals = Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    ImportOutcome,
    number
  >;
  for (const { outcome } of outcomes) totals[outcome] += 1;
  const files =
    outcomes.length <= MOST_LISTED
      ? [...outcomes]
      : outcomes
          .toSorted((a, b) => URGENT.indexOf(a.outcome) - URGENT.indexOf(b.outcome))
          .slice(0, MOST_LISTED);
  return { totals, files, unlisted: outcomes.length - files.length };
}
