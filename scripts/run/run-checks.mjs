import { availableParallelism } from 'node:os';
import { say, seconds } from '../prepare/progress.mjs';

const HEARTBEAT = 20_000;

/**
 * Runs checks side by side, `atOnce` at a time, and prints each when it ends: its name, counts and
 * duration, and its output when it failed. Answers with the sums.
 */
export async function runChecks(checks, { atOnce = Math.max(2, availableParallelism()) } = {}) {
  const waiting = [...checks];
  const running = new Set();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const heart = setInterval(() => say(`  ... ${[...running].join(', ')}`), HEARTBEAT);
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      running.add(check.name);
      const start = performance.now();
      const { output, ...counts } = await check.run();
      running.delete(check.name);
      print(check.name, counts, output, start);
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  clearInterval(heart);
  return total;
}

/** The sums of several runs. */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The closing line, alone; CI reads it. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function print(name, { passed, failed }, output, start) {
  const counts = passed + failed === 1 ? '' : ` (${passed} passed, ${failed} failed)`;
  say(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}${counts}, ${seconds(start)}`);
  if (failed > 0) say(output.trim().replace(/^/gm, '       '));
}
