import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeNow, removeWithUs } from './leave-nothing.mjs';
import { cacheHome, inModules } from './paths.mjs';
import { megabytes, say, step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { removeStale } from './verified-folder.mjs';

const DAY = 24 * 60 * 60 * 1000;
const FIRST_BYTES_WITHIN = 6_000;
const STALLED_AFTER = 30_000;

export const officialVersion = () =>
  JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version;

/** The official executable, if it is in node_modules already; the check is electron's own. */
export function findOfficialElectron() {
  const text = (...path) => {
    const file = inModules('electron', ...path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  if (text('dist', 'version').replace(/^v/, '') !== officialVersion() || !text('path.txt')) return undefined;
  const executable = inModules('electron', 'dist', text('path.txt'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Downloads the official Electron with its own installer and answers its path, or undefined when it
 * is not to be had. A failure is remembered for a day, so that machines which cannot reach the
 * release server do not wait for it at every start.
 */
export async function downloadOfficialElectron({ retry }) {
  const note = join(cacheHome(), `electron-${officialVersion()}-download-failed.json`);
  if (!retry && (await failedLately(note))) return undefined;
  try {
    await step(`Downloading Electron ${officialVersion()}`, runInstaller);
    await rm(note, { force: true });
    return findOfficialElectron();
  } catch (error) {
    const why = error.message.split('\n')[0];
    say(`  The release server cannot be reached (${why}). Not tried again for a day; --retry-download does.`);
    await mkdir(cacheHome(), { recursive: true });
    await writeFile(note, JSON.stringify({ at: new Date().toISOString(), why }));
    return undefined;
  }
}

async function failedLately(note) {
  try {
    const age = Date.now() - Date.parse(JSON.parse(await readFile(note, 'utf8')).at);
    return age >= 0 && age < DAY;
  } catch {
    return false;
  }
}

async function runInstaller(update) {
  const name = join(cacheHome(), 'electron-official');
  const temporary = `${name}.download-${process.pid}`;
  await mkdir(removeWithUs(temporary), { recursive: true });
  await removeStale(name);
  const start = Date.now();
  let bytes = 0;
  let lastGrowth = start;
  const watch = async () => {
    const now = await sizeOf(temporary);
    if (now !== bytes) [bytes, lastGrowth] = [now, Date.now()];
    if (bytes > 0) update(megabytes(bytes));
    if (bytes === 0 && Date.now() - start > FIRST_BYTES_WITHIN) return 'the release server does not answer';
    return Date.now() - lastGrowth > STALLED_AFTER ? 'the download stalled' : undefined;
  };
  try {
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const { ok, reason } = await runCommand(process.execPath, [inModules('electron', 'install.js')], {
      env,
      watch,
    });
    if (!ok) throw new Error(reason);
  } finally {
    removeNow(temporary);
  }
}

/** Bytes in a folder and all its subfolders; files that vanish meanwhile count as nothing. */
export async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      (s) => (s.isFile() ? s.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
