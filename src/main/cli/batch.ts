import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { CliOptions } from './arguments.ts';
import { UsageError } from './usage-error.ts';
import { openCliApp } from './open-app.ts';
import { terminalJson } from './terminal-text.ts';

const request = z.object({ operation: z.string(), input: z.unknown().default({}) });

/**
 * Runs one operation a line and prints one Result a line, each only after it is on the disk: a line that was printed
 * is a promise. Exit code 1 when any was refused.
 */
export async function runBatch(options: CliOptions): Promise<0 | 1> {
  const source = await openLines(options.data);
  const app = await openCliApp(options);
  let exit: 0 | 1 = 0;
  try {
    for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      const parsed = request.safeParse(parseLine(line));
      const result = parsed.success
        ? await app.run(parsed.data.operation, parsed.data.input)
        : {
            ok: false,
            error: { code: 'invalid-input', message: 'Each line is {"operation": ..., "input": ...}.' },
          };
      if (!result.ok) exit = 1;
      writeSync(1, `${terminalJson(result)}\n`);
    }
  } finally {
    await app.close();
  }
  return exit;
}

/** Opened before the database, so that a wrong name makes no database. Throws `UsageError` when it cannot be read. */
async function openLines(data: string | undefined): Promise<Readable> {
  if (data === undefined || data === '-') return process.stdin;
  try {
    return (await open(data)).createReadStream();
  } catch {
    throw new UsageError(`The data file ${data} cannot be read.`);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
