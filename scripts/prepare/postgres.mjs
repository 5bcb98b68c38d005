import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { canInstall, installSystemPackages } from './system-packages.mjs';

const DEBIAN = '/usr/lib/postgresql';

/**
 * Makes a PostgreSQL ready for the tests of the shared database and gives the folder of its programs. Where there is
 * none and none can be installed, those tests are left out and a sentence says so; nothing else needs it.
 */
export async function preparePostgres() {
  const here = postgresPrograms();
  if (here) return here;
  if (canInstall()) {
    try {
      await installSystemPackages(['postgresql']);
      return postgresPrograms();
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
    }
  }
  say(
    'PostgreSQL is not here, so the tests of the shared database are left out. ' +
      'On Debian: sudo apt-get install --no-install-recommends postgresql',
  );
  return undefined;
}

/** The folder with `initdb` and `postgres` of version 15 or newer: Debian keeps them off the search path. */
function postgresPrograms() {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = debian.filter((version) => Number(version) >= 15).toSorted((a, b) => Number(b) - Number(a));
  const folders = [
    ...newest.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((program) =>
      existsSync(join(folder, program + (process.platform === 'win32' ? '.exe' : ''))),
    ),
  );
}
