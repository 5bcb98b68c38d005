// Everything: the quick checks, the build, and the built app driven in a window. What CI runs.
import { availableParallelism } from 'node:os';
import { prepareOffice } from './prepare/office.mjs';
import { preparePostgres } from './prepare/postgres.mjs';
import { prepare } from './prepare/prepare.mjs';
import { say, seconds } from './prepare/progress.mjs';
import { buildIfChanged } from './run/build.mjs';
import { endToEndCheck, quickChecks } from './run/checks.mjs';
import { forgetReports } from './run/count-tests.mjs';
import { entry } from './run/entry.mjs';
import { add, closingLine, runChecks } from './run/run-checks.mjs';
import { startVirtualDisplays } from './run/virtual-display.mjs';

/** Driven at once, each on a screen of its own: a window keeps about one processor busy. */
const MOST_WINDOWS = 4;

const start = performance.now();
await entry(async () => {
  const postgres = withPostgres(await prepare(), await preparePostgres());
  await prepareOffice();
  await forgetReports();
  // Electron, its SQLite and a screen take minutes the first time; what needs no window is tested meanwhile.
  const [quick, desktop] = await Promise.all([
    runChecks(quickChecks(postgres)),
    prepare({ need: ['electron', 'display'] }),
  ]);
  const ready = { ...desktop, env: { ...postgres.env, ...desktop.env } };
  say(`Testing on Electron ${ready.env.FIRST_DAY_ELECTRON_VERSION}, Node ${process.versions.node}.`);
  const total = add(quick, await driveTheApp(ready));
  say(
    `\nAll tests took ${seconds(start)} on Electron ${ready.env.FIRST_DAY_ELECTRON_VERSION}.\n${closingLine(total)}`,
  );
  return total.failed > 0 ? 1 : 0;
});

/** The tests start servers of their own from its programs; without it they leave themselves out. */
function withPostgres(ready, programs) {
  return programs === undefined ? ready : { ...ready, env: { ...ready.env, FIRST_DAY_POSTGRES: programs } };
}

async function driveTheApp(ready) {
  const built = await runChecks([{ name: 'build', run: () => build(ready) }]);
  if (built.failed > 0) return built;
  const display = await startVirtualDisplays(Math.min(MOST_WINDOWS, availableParallelism()));
  try {
    const env = { ...ready.env, ...display.env };
    return add(built, await runChecks([endToEndCheck({ ...ready, env })]));
  } finally {
    await display.stop();
  }
}

async function build(ready) {
  try {
    await buildIfChanged(ready);
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: error.message };
  }
}
