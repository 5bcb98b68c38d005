import { isOperation } from '../api/dispatch.ts';
import type { CliOptions } from './arguments.ts';
import { UsageError } from './usage-error.ts';
import { openCliApp } from './open-app.ts';
import { readInput } from './read-input.ts';
import { terminalJson } from './terminal-text.ts';

/** Runs one operation and prints its Result as JSON; the exit code says whether it was done or refused. */
export async function callOperation(options: CliOptions): Promise<0 | 1> {
  const { operation } = options;
  if (operation === undefined) throw new UsageError('Which operation? “operations” lists them.');
  if (!isOperation(operation))
    throw new UsageError(`There is no operation “${operation}”. “operations” lists them.`);
  const app = await openCliApp(options);
  try {
    const result = await app.run(operation, readInput(options, app.services.files));
    process.stdout.write(`${terminalJson(result, 2)}\n`);
    return result.ok ? 0 : 1;
  } finally {
    await app.close();
  }
}
