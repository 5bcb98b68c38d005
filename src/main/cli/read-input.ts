import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import { isOperation } from '../api/dispatch.ts';
import type { FileDesk } from '../platform/files/file-desk.ts';
import type { CliOptions } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** Text of `--data`: a file, standard input for `-`. Throws `UsageError` when it cannot be read. */
export function readData(data: string): string {
  try {
    return readFileSync(data === '-' ? 0 : data, 'utf8');
  } catch {
    throw new UsageError(`The data file ${data} cannot be read.`);
  }
}

/** The key of every operation that writes a file, for where to. */
const DESTINATION = 'destination';

/** The JSON of `--data` with the files of `--file` registered and put under their keys. */
export function readInput(options: CliOptions, files: FileDesk): unknown {
  const input = options.data === undefined ? {} : parseJson(readData(options.data));
  if (options.files.length === 0) return input;
  if (typeof input !== 'object' || input === null)
    throw new UsageError('With --file the data must be a JSON object.');
  const merged: Record<string, unknown> = { ...input };
  const lists = new Map<string, readonly string[]>();
  for (const [key, path] of options.files) {
    const { fileId } = files.register(path, key === DESTINATION ? 'write' : 'read');
    const earlier = lists.get(key) ?? [];
    lists.set(key, [...earlier, fileId]);
    merged[key] = takesList(options.operation, key) ? lists.get(key) : fileId;
  }
  return merged;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The data is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function takesList(operation: string | undefined, key: string): boolean {
  if (operation === undefined || !isOperation(operation)) return false;
  const input: z.ZodType = contract[operation].input;
  return input instanceof z.ZodObject && input.shape[key] instanceof z.ZodArray;
}
