// A long run by hand: node tests/security/fuzz/run.ts [CALLS] [SEED]. Ends with 1 when something was found.
import { styleText } from 'node:util';
import { fuzzRun, neverDone } from './fuzz-run.ts';

const [calls = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const CALLS_A_ROUND = 5000;
const started = performance.now();
let told = 0;
const report = await fuzzRun({
  seed,
  rounds: Math.ceil(calls / CALLS_A_ROUND),
  callsARound: Math.min(calls, CALLS_A_ROUND),
  onRound: (round, { calls: made, faults, heap }) => {
    for (const fault of faults.slice(told)) process.stdout.write(`${styleText('red', fault)}\n`);
    told = faults.length;
    const megabytes = Math.round((heap.at(-1) ?? 0) / 1024 / 1024);
    process.stdout.write(
      `round ${String(round + 1)}: ${String(made)} calls, ${String(faults.length)} faults, heap ${String(megabytes)} MB\n`,
    );
  },
});
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  [
    `${String(report.calls)} calls of ${String(report.called.size)} operations in ${String(seconds)} s, seed ${String(seed)}`,
    `answers: ${JSON.stringify(Object.fromEntries(report.answers))}`,
    `slowest: ${report.slowest.name}, ${report.slowest.milliseconds.toFixed(0)} ms`,
    `never done: ${neverDone(report).join(', ')}`,
    '',
  ].join('\n'),
);
process.exitCode = report.faults.length > 0 ? 1 : 0;
