import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { CliOptions } from './arguments.ts';
import { openCliApp } from './open-app.ts';
import { outcomeLines } from './outcome-lines.ts';
import { terminalJson } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * Imports schools' grids of pupils at risk, files, folders and archives, and prints a line a file with its problems. Exit
 * code 1 when any was refused or not read.
 */
export async function importGrids(options: CliOptions): Promise<0 | 1> {
  const { json } = options;
  const paths = options.paths.map((path) => resolve(path));
  if (paths.length === 0) throw new UsageError('Which files or folders? import-grids PATH...');
  for (const [at, path] of paths.entries()) {
    const there = await stat(path).then(
      () => true,
      () => false,
    );
    if (!there) throw new UsageError(`There is no file or folder ${options.paths[at] ?? path}.`);
  }
  const app = await openCliApp(options);
  try {
    const fileIds = paths.map((path) => app.services.files.register(path).fileId);
    // dispatch gives what the contract says of this operation.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const result = (await app.run('authority.import-grids', { fileIds })) as Result<
      OperationOutput<'authority.import-grids'>
    >;
    if (!result.ok) {
      process.stdout.write(json ? `${terminalJson(result)}\n` : `${result.error.message}\n`);
      return 1;
    }
    const { files } = result.value;
    for (const file of files) process.stdout.write(json ? `${terminalJson(file)}\n` : outcomeLines(file));
    return files.some(({ outcome }) => outcome === 'refused' || outcome === 'not-read') ? 1 : 0;
  } finally {
    await app.close();
  }
}
