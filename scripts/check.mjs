// Everything that takes seconds: types, lint, format, import rules, dead code and the tests without a window. Those that
// start the command line dozens of times are left to `npm test`.
import { prepare } from './prepare/prepare.mjs';
import { say, seconds } from './prepare/progress.mjs';
import { quickChecks } from './run/checks.mjs';
import { forgetReports } from './run/count-tests.mjs';
import { entry } from './run/entry.mjs';
import { closingLine, runChecks } from './run/run-checks.mjs';

const start = performance.now();
await entry(async () => {
  const ready = await prepare();
  await forgetReports();
  const total = await runChecks(quickChecks(ready, { exclude: ['tests/cli/**'] }));
  say(`\nAll checks took ${seconds(start)}.\n${closingLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});
