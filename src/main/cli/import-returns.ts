import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { listFiles, type FoundFile } from '../receiving/list-files.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import type { CliOptions } from './arguments.ts';
import { UsageError } from './usage-error.ts';
import { outcomeLines } from './outcome-lines.ts';
import { openCliApp, type CliApp } from './open-app.ts';
import { watchFiles } from './watch-files.ts';
import { terminalJson } from './terminal-text.ts';

/** Files a command: each answer is printed before the next is begun. */
const FILES_AT_ONCE = 1000;

/**
 * Imports files, folders and archives and prints a line a file with its problems. Exit code 1 when any was refused or
 * not read. With `--watch` it goes on with files that come or change until it is interrupted.
 */
export async function importReturns(options: CliOptions): Promise<0 | 1> {
  const paths = options.paths.map((path) => resolve(path));
  if (paths.length === 0) throw new UsageError('Which files or folders? import-returns PATH...');
  for (const [at, path] of paths.entries()) {
    if (!(await exists(path)))
      throw new UsageError(`There is no file or folder ${options.paths[at] ?? path}.`);
  }
  const app = await openCliApp(options);
  try {
    if (options.watch) {
      return await watchFiles(paths, async (files) => (await takeFiles(app, options, files)).notRead);
    }
    const files = await listFiles(paths);
    if (files.length === 0) throw new UsageError('There are no returns there.');
    return (await takeFiles(app, options, files)).exit;
  } finally {
    await app.close();
  }
}

interface Taken {
  readonly exit: 0 | 1;
  /** Paths of files that nothing was decided about, because the database was busy. */
  readonly notRead: readonly string[];
}

async function takeFiles(
  app: CliApp,
  { json, school }: CliOptions,
  files: readonly FoundFile[],
): Promise<Taken> {
  let exit: 0 | 1 = 0;
  const notRead: string[] = [];
  for (const chunk of inChunks(files, FILES_AT_ONCE)) {
    const fileIds = chunk.map(({ path }) => app.services.files.register(path).fileId);
    // dispatch gives what the contract says of this operation.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const result = (await app.run('authority.import', {
      fileIds,
      ...(school === undefined ? {} : { laEstab: school }),
    })) as Result<OperationOutput<'authority.import'>>;
    if (!result.ok) {
      process.stdout.write(json ? `${terminalJson(result)}\n` : `${result.error.message}\n`);
      exit = 1;
      // Any other refusal is the same for all files, and the same the next time.
      if (result.error.code !== 'busy') break;
      notRead.push(...chunk.map(({ path }) => path));
      continue;
    }
    for (const file of result.value.files) {
      if (file.fileId !== undefined) notRead.push(app.services.files.pathOf(file.fileId) ?? '');
      if (file.outcome === 'refused' || file.outcome === 'not-read') exit = 1;
      process.stdout.write(json ? `${terminalJson(file)}\n` : outcomeLines(file));
    }
  }
  return { exit, notRead };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
