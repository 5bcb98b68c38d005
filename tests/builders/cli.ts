import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const ENTRY = 'src/main/cli/index.ts';

export interface CliOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a process of its own. */
export function runCli(args: readonly string[], stdin = ''): Promise<CliOutcome> {
  return new Promise((resolve) => {
    const child = spawnCli(args);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin?.end(stdin);
  });
}

export function spawnCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [ENTRY, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
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
