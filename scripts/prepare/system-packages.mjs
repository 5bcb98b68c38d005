import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** Debian package for each shared library that Electron loads. */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libnotify.so.4': 'libnotify4',
};
const DISPLAY_PROGRAMS = { Xvfb: 'xvfb', xauth: 'xauth' };
/** Opens the Word letters in the tests. */
const OFFICE_PROGRAMS = { soffice: 'libreoffice-writer-nogui' };
const COMPILER_PROGRAMS = { 'g++': 'g++', make: 'make', python3: 'python3' };

/**
 * Debian packages that are missing for what is needed: `libraries` (to run Electron), `display` (a
 * screen in memory), `compiler` (to build SQLite) and `office` (to open Word files in tests). Empty on
 * Windows and macOS, which have the first three.
 */
export async function missingSystemPackages({
  libraries = false,
  display = false,
  compiler = false,
  office = false,
}) {
  if (process.platform !== 'linux') return [];
  const programs = {
    ...(display && DISPLAY_PROGRAMS),
    ...(compiler && COMPILER_PROGRAMS),
    ...(office && OFFICE_PROGRAMS),
  };
  const missing = Object.entries(programs).filter(([program]) => !onPath(program));
  if (libraries) {
    const known = (await runCommand('/sbin/ldconfig', ['-p'])).output;
    missing.push(...Object.entries(LIBRARIES).filter(([name]) => !known.includes(`${name} `)));
  }
  return missing.map(([, debian]) => debian);
}

/** Installs Debian packages when root; else stops with the exact command to run. */
export async function installSystemPackages(packages) {
  if (packages.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!onPath('apt-get')) {
    throw new SetupError(
      `Some system software is missing. On Debian its packages are called: ${packages.join(' ')}. ` +
        'Install what your system calls them and run the same command again.',
    );
  }
  if (process.getuid() !== 0) {
    throw new SetupError(
      'Some system software is missing. Run this and then the same command again:\n' +
        `  sudo apt-get update && sudo ${install}`,
    );
  }
  await step(`Installing system packages (${packages.join(' ')})`, async (update) => {
    update('reading the package lists');
    await aptGet(['update']);
    update('downloading and installing');
    await aptGet(install.split(' ').slice(1));
  });
}

async function aptGet(args) {
  const { ok, reason } = await runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!ok && args[0] !== 'update') throw new SetupError(`apt-get failed; it said:\n${reason}`);
}

/** Whether packages can be installed here: on Debian, as root. */
export const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');

export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
