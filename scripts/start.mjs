// Starts First Day. Without a screen, or with --demo, it shows the app at work instead and keeps the pictures.
import { prepare } from './prepare/prepare.mjs';
import { say, seconds } from './prepare/progress.mjs';
import { buildIfChanged } from './run/build.mjs';
import { entry } from './run/entry.mjs';
import { runAttached } from './run/tool.mjs';
import { hasNoDisplay, startVirtualDisplay } from './run/virtual-display.mjs';

const begin = performance.now();
const WALK_LIMIT = 10 * 60 * 1000;
const ours = new Set(['--demo', '--retry-download']);
const forTheApp = process.argv.slice(2).filter((argument) => !ours.has(argument));

await entry(async () => {
  const demo = process.argv.includes('--demo') || hasNoDisplay();
  const ready = await prepare({ need: demo ? ['electron', 'display'] : ['electron'] });
  await buildIfChanged(ready);
  say(
    `Starting First Day on Electron ${ready.env.FIRST_DAY_ELECTRON_VERSION}; ready after ${seconds(begin)}.`,
  );
  return demo ? walk(ready) : open(ready);
});

function open({ electron, env }) {
  return runAttached(electron.executable, [...electron.args, '.', ...forTheApp], env);
}

async function walk({ node, env }) {
  say('Without a screen the app is driven through a day at a school; pictures go to demo-output/.');
  const start = performance.now();
  const display = await startVirtualDisplay();
  try {
    const code = await runAttached(
      node,
      ['tests/demo/walk.ts', ...forTheApp],
      { ...env, ...display.env },
      { limit: WALK_LIMIT },
    );
    say(code === 0 ? `The walk took ${seconds(start)}.` : `The walk FAILED after ${seconds(start)}.`);
    return code;
  } finally {
    await display.stop();
  }
}
