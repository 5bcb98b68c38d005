// Packs the app for this machine's system into dist/; for installers see docs/setting-up.md.
import { prepare } from './prepare/prepare.mjs';
import { chooseElectron } from './prepare/electron.mjs';
import { SetupError } from './prepare/setup-error.mjs';
import { buildIfChanged } from './run/build.mjs';
import { entry } from './run/entry.mjs';
import { runAttached, toolScript } from './run/tool.mjs';

await entry(async () => {
  const ready = await prepare();
  const { source } = await chooseElectron({ retryDownload: process.argv.includes('--retry-download') });
  if (source !== 'official') {
    throw new SetupError(
      'The app can only be packed with the official Electron, which could not be downloaded here. Run ' +
        '"npm run package -- --retry-download" on a machine that can reach the Electron release server.',
    );
  }
  await buildIfChanged(ready);
  // The binary that was checked just now, so that the packer fetches nothing by itself.
  const dist = '-c.electronDist=node_modules/electron/dist';
  const args = [toolScript('electron-builder'), '--dir', '--publish', 'never', dist];
  return runAttached(ready.node, args, ready.env);
});
