import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFallbackElectron } from './fallback-electron.mjs';
import { downloadOfficialElectron, findOfficialElectron, officialVersion } from './official-electron.mjs';
import { SetupError } from './setup-error.mjs';

const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
/** The first Electron whose Node has Node-API 10, which the prebuilt SQLite binding wants. */
const FIRST_WITH_NODE_API_10 = 36;

/**
 * Decides which Electron development and tests run on: the one that ELECTRON_OVERRIDE_DIST_PATH
 * names, the official one (downloaded if it can be had), else the fallback. `ready()` answers with
 * the executable and makes it first where necessary; `ownSqlite` says that the prebuilt SQLite
 * binding would crash in it.
 */
export async function chooseElectron({ retryDownload }) {
  const args = launchArguments();
  const override = findOverride();
  if (override) {
    const ownSqlite = Number.parseInt(override.version, 10) < FIRST_WITH_NODE_API_10;
    const electron = { ...override, args, source: 'override' };
    return { source: 'override', ready: async () => electron, ownSqlite };
  }
  const official = findOfficialElectron() ?? (await downloadOfficialElectron({ retry: retryDownload }));
  if (official) {
    const electron = { executable: official, version: officialVersion(), args, source: 'official' };
    return { source: 'official', ready: async () => electron, ownSqlite: false };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const ready = async () => ({ ...(await prepareFallbackElectron()), args, source: 'fallback' });
    return { source: 'fallback', ready, ownSqlite: true };
  }
  throw new SetupError(
    `Electron ${officialVersion()} is not here and could not be downloaded. Connect this machine to the ` +
      'internet and run the same command with --retry-download, or set ELECTRON_OVERRIDE_DIST_PATH to a ' +
      'folder with an unpacked Electron.',
  );
}

function findOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, EXECUTABLES[process.platform] ?? 'electron');
  const versionFile = join(folder, 'version');
  if (existsSync(executable) && existsSync(versionFile)) {
    return { executable, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
  }
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable} with its file "version". ` +
      'Correct it or unset it.',
  );
}

/** Chromium refuses its sandbox to root; only then is it off, and never in the product. */
const launchArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
