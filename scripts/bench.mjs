// Measures the app: `npm run bench` for everything, `npm run bench -- NAME` for one measurement.
import { preparePostgres } from './prepare/postgres.mjs';
import { prepare } from './prepare/prepare.mjs';
import { buildIfChanged } from './run/build.mjs';
import { entry } from './run/entry.mjs';
import { runAttached } from './run/tool.mjs';
import { hasNoDisplay, startVirtualDisplay } from './run/virtual-display.mjs';

const names = process.argv.slice(2).filter((argument) => argument !== '--retry-download');

await entry(async () => {
  const noDisplay = hasNoDisplay();
  const ready = await prepare({ need: noDisplay ? ['electron', 'display'] : ['electron'] });
  const postgres =
    names.length === 0 || names.some((name) => name.startsWith('shared'))
      ? await preparePostgres()
      : undefined;
  await buildIfChanged(ready);
  const display = noDisplay ? await startVirtualDisplay() : { env: {}, stop: async () => {} };
  try {
    return await runAttached(ready.node, ['tests/bench/index.ts', ...names], {
      ...ready.env,
      ...display.env,
      ...(postgres !== undefined && { FIRST_DAY_POSTGRES: postgres }),
    });
  } finally {
    await display.stop();
  }
});
