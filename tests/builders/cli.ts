import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { bundle } from './bundle.ts';
import { TEST_PASSWORD } from './people.ts';

export interface CliOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a process of its own, with the password of the test's administrator at hand. */
export async function runCli(
  args: readonly string[],
  stdin = '',
  env: Readonly<Record<string, string>> = {},
): Promise<CliOutcome> {
  const child = await spawnCli(args, env);
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin?.end(stdin);
  });
}

export async function spawnCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  return spawn(process.execPath, [await bundle('src/main/cli/index.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, FIRST_DAY_PASSWORD: TEST_PASSWORD, ...env },
  });
}

export interface Acknowledged {
  readonly ok: boolean;
  readonly value?: { readonly [key: string]: unknown };
  readonly error?: { readonly code: string; readonly message: string };
}

/** Calls `listener` with each line a batch has printed, as soon as it is there. */
export function onResults(child: ChildProcess, listener: (result: Acknowledged) => void): void {
  if (!child.stdout) throw new Error('the batch has no output');
  createInterface({ input: child.stdout }).on('line', (line) => listener(JSON.parse(line) as Acknowledged));
}
