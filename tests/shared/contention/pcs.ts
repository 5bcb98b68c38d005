import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Said, Task } from './talk.ts';

/** A client in a process of its own, up and connected. */
export interface Pc {
  /** What it has said so far. */
  readonly said: readonly Said[];
  start(): void;
  /** A power cut. What it said before is read to the end. */
  kill(): void;
  /** True once it did all its attempts, false when it was killed; throws when it ended by itself. */
  readonly ended: Promise<boolean>;
}

/** `program` is the bundled client. Resolves once it is connected, or is dead already. */
export async function startPc(program: string, task: Task): Promise<Pc> {
  const child = spawn(process.execPath, ['--max-old-space-size=128', program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Compiled once, not for every process.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), 'compiled') },
  });
  const said: Said[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<boolean>((resolve, reject) =>
    child.on('close', (code, signal) => {
      if (code === 0) resolve(true);
      else if (signal === 'SIGKILL') resolve(false);
      else reject(new Error(`A client ended by itself with ${String(code)}:\n${stderr}`));
    }),
  );
  const ready = new Promise<void>((resolve) =>
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own client
      else said.push(JSON.parse(line) as Said);
    }),
  );
  child.stdin.write(`${JSON.stringify(task)}\n`);
  await Promise.race([ready, ended]);
  return {
    said,
    ended,
    start: () => child.stdin.write('go\n'),
    kill: () => child.kill('SIGKILL'),
  };
}
