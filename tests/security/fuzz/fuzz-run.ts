import { rmSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import { checkDatabase } from './check-database.ts';
import { fillDatabase } from './filled-database.ts';
import { fuzzRound, type Call } from './fuzz-round.ts';
import { makeLearnedValues } from './learned-values.ts';

export interface FuzzReport {
  readonly calls: number;
  /** Answers by their code; `ok` for what was done. */
  readonly answers: ReadonlyMap<string, number>;
  readonly called: ReadonlySet<OperationName>;
  /** Operations that were done at least once. */
  readonly done: ReadonlySet<OperationName>;
  /** What must not be: each with the call that led to it. */
  readonly faults: readonly string[];
  /** Bytes of the heap in use after each round, with nothing left to collect. */
  readonly heap: readonly number[];
  readonly slowest: { readonly name: string; readonly milliseconds: number };
}

interface FuzzOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly callsARound: number;
  readonly onRound?: (round: number, report: FuzzReport) => void;
}

/** Rounds of calls, each over a fresh copy of the filled database, whose state is checked afterwards. */
export async function fuzzRun({ seed, rounds, callsARound, onRound }: FuzzOptions): Promise<FuzzReport> {
  const rejected: string[] = [];
  const onRejection = (reason: unknown) => rejected.push(`a promise was rejected: ${String(reason)}`);
  process.on('unhandledRejection', onRejection);
  const filled = await fillDatabase();
  const learned = makeLearnedValues();
  const inputs = new Map([...filled.taken].map(([name, known]) => [name, [...known]]));
  const answers = new Map<string, number>();
  const [called, done] = [new Set<OperationName>(), new Set<OperationName>()];
  const faults: string[] = [];
  const heap: number[] = [];
  let slowest = { name: '', milliseconds: 0 };
  let calls = 0;
  const report = () => ({ calls, answers, called, done, faults: [...faults, ...rejected], heap, slowest });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await fuzzRound(
        filled,
        {
          seed: seed + round,
          calls: callsARound,
          everyOnce: round === 0,
          done: inputs,
          learned,
          onAnswer({ name }, answer, milliseconds) {
            calls += 1;
            const code = answer.ok ? 'ok' : answer.error.code;
            answers.set(code, (answers.get(code) ?? 0) + 1);
            called.add(name);
            if (answer.ok) done.add(name);
            if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
          },
          onFault: (call, what) => faults.push(describeFault(call, what, seed + round)),
        },
        async (app) => {
          faults.push(...(await checkDatabase(app)).map((what) => `seed ${String(seed + round)}: ${what}`));
        },
      );
      heap.push(collectedHeap());
      onRound?.(round, report());
    }
  } finally {
    process.off('unhandledRejection', onRejection);
    rmSync(filled.under, { recursive: true, force: true });
  }
  return report();
}

/** Operations that nothing was done with in a run. */
export const neverDone = ({ done }: FuzzReport): readonly string[] =>
  Object.keys(contract).filter((name) => !(done as ReadonlySet<string>).has(name));

function describeFault({ name, session, input }: Call, what: string, seed: number): string {
  return `seed ${String(seed)}, ${name} as ${session.role} with ${asText(input).slice(0, 2000)}: ${what}`;
}

function asText(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  } catch {
    return 'what cannot be written down (it holds itself)';
  }
}

/** Asks for a collection first, as only what cannot be collected is a leak. */
function collectedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
