import { parseArgs } from 'node:util';
import { contend } from './contention/contend.ts';
import type { Said } from './contention/talk.ts';

/**
 * `FIRST_DAY_POSTGRES=… node tests/shared/run-contention.ts [--clients 50] [--attempts 10000] [--kills 0] [--crashes 0]`:
 * that many processes at the last places of 20 sessions.
 */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '50' },
    attempts: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '0' },
    crashes: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const { said, seconds, wrong, deadlocks } = await contend({
  clients: Number(values.clients),
  attempts: Number(values.attempts),
  kills: Number(values.kills),
  crashes: Number(values.crashes),
  seed: Number(values.seed),
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const perSecond = Math.round(said.length / seconds);
say(
  `${String(said.length)} answers in ${seconds.toFixed(1)} s: ${String(perSecond)} a second; ${String(deadlocks)} deadlocks`,
);
report('booked', (one) => one.did === 'book' && one.code === undefined);
report('given back', (one) => one.did === 'cancel' && one.code === undefined);
for (const code of new Set(said.flatMap((one) => one.code ?? [])))
  report(`refused (${code})`, (one) => one.code === code);
report('all', () => true);
for (const sentence of wrong) say(`WRONG: ${sentence}`);
say(
  wrong.length === 0
    ? 'Nothing over, nothing lost, nothing half done, the audit trail is whole.'
    : 'Not as it must be.',
);
process.exitCode = wrong.length === 0 ? 0 : 1;

function report(what: string, which: (one: Said) => boolean): void {
  const times = said
    .filter(which)
    .map(({ took }) => took)
    .toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)} ms`;
  say(`${what}: ${String(times.length)}, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`);
}
