import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '../../builders/bundle.ts';
import { repeatableRandom, type Below } from '../../builders/repeatable-random.ts';
import { loadKind } from './kinds.ts';

export interface KillOutcome {
  readonly kills: number;
  /** Acknowledgements that were found to be kept. */
  readonly acknowledged: number;
  /** Kills before anything was acknowledged since the process began: while opening, or in the first piece of work. */
  readonly early: number;
}

/** Acknowledgements that a process may give before its time has come. */
const MOST_BEFORE = 4;

/**
 * Kills processes doing one kind of work, one after another, and looks after each kill. The same seed draws the same
 * moments, as far as a machine does the same in the same time. Throws with the round when anything is wrong.
 */
export async function killRounds(name: string, kills: number, seed: number): Promise<KillOutcome> {
  const kind = await loadKind(name);
  const child = await bundle('tests/faults/kills/child.ts');
  const below = repeatableRandom(seed);
  let outcome: KillOutcome = { kills: 0, acknowledged: 0, early: 0 };
  /** Milliseconds that a piece of work took lately. */
  let pace = 30;
  while (outcome.kills < kills) {
    const folder = mkdtempSync(join(tmpdir(), `first-day-kill-${name}-`));
    await kind.prepare(folder);
    const done: string[] = [];
    const rounds = Math.min(kind.kills, kills - outcome.kills);
    for (let round = 1; round <= rounds; round += 1) {
      const killed = await runUntilKilled([child, name, folder], below, pace);
      done.push(...killed.done);
      pace = killed.pace;
      const found = await checkOrExplain(
        () => kind.check(folder, done, round),
        `${name}, seed ${String(seed)}, kill ${String(outcome.kills + 1)}: ${folder}`,
      );
      if (typeof found === 'string') done.push(found);
      outcome = {
        kills: outcome.kills + 1,
        acknowledged: outcome.acknowledged + killed.done.length,
        early: outcome.early + (killed.done.length === 0 ? 1 : 0),
      };
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
}

interface Killed {
  readonly done: readonly string[];
  readonly pace: number;
}

/**
 * Lets a process acknowledge a few pieces of work, then kills it at a random moment of the next. What it had written
 * before is read to the end.
 */
async function runUntilKilled(args: readonly string[], below: Below, pace: number): Promise<Killed> {
  const process_ = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Compiled once, not for every process.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(args[0] ?? ''), 'compiled') },
  });
  const done: string[] = [];
  const times: number[] = [];
  let stderr = '';
  process_.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const before = below(MOST_BEFORE);
  // In thousandths, so that the moment falls anywhere, also into the opening of the next piece.
  const wait = (pace * 1.2 * below(1000)) / 1000;
  const reached = new Promise<void>((resolve) => {
    createInterface({ input: process_.stdout }).on('line', (line) => {
      times.push(performance.now());
      if (line.startsWith('done ')) done.push(line.slice(5));
      if (done.length >= before) resolve();
    });
  });
  const ended = new Promise<number | null>((resolve) => process_.on('close', (code) => resolve(code)));
  await Promise.race([reached, ended]);
  await sleep(wait);
  process_.kill('SIGKILL');
  const code = await ended;
  if (code !== null && code !== 0)
    throw new Error(`The process ended by itself with ${String(code)}:\n${stderr}`);
  const [first = 0] = times;
  const last = times.at(-1) ?? first;
  const lately = times.length > 1 ? (last - first) / (times.length - 1) : pace;
  return { done, pace: (pace + lately) / 2 };
}

async function checkOrExplain<T>(check: () => Promise<T>, where: string): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
