import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { withLock } from './lock.mjs';
import { runNpm } from './npm-command.mjs';
import { inModules, inProject, projectRoot } from './paths.mjs';
import { step } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const STAMP = inModules('.first-day-installed');
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];
/**
 * `npm ci` would refuse: registries that some machines are confined to lack other systems' builds of
 * our tools, so package-lock.json made there does not list them. This installs what it lists, with its
 * checksums, and writes nothing back; that nothing differs is checked afterwards. No package of ours
 * needs its install script; leaving them out is faster and safer.
 */
const INSTALL = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel',
  'error',
];

/** Installs node_modules when it is missing or package-lock.json has changed since. */
export async function prepareDependencies() {
  if (await isInstalled()) return;
  await withLock('packages', async () => {
    if (await isInstalled()) return;
    await demandLockInStep();
    await step('Installing the packages of package-lock.json', async () => {
      const { ok, reason } = await runNpm(INSTALL, { cwd: projectRoot });
      if (!ok) throw new SetupError(`The packages could not be installed; npm said:\n${reason}`);
    });
    const wrong = await differences();
    if (wrong.length > 0) {
      throw new SetupError(
        `npm did not install what package-lock.json lists (${wrong.slice(0, 5).join(', ')}). ` +
          'Delete the folder node_modules and run the same command again.',
      );
    }
    await writeFile(STAMP, await lockHash());
  });
}

async function isInstalled() {
  const [stamp, hash] = await Promise.all([readFile(STAMP, 'utf8').catch(() => ''), lockHash()]);
  if (stamp === hash) return true;
  // Somebody may have run npm by hand; what counts is what is there.
  if ((await differences()).length > 0) return false;
  await writeFile(STAMP, hash);
  return true;
}

async function lockHash() {
  const lock = await readFile(inProject('package-lock.json'));
  return createHash('sha256').update(lock).digest('hex');
}

/** Packages, other than those for some systems only, that are not there in the version listed. */
async function differences() {
  const locked = await readJson(inProject('package-lock.json'));
  const installed = (await readJson(inModules('.package-lock.json'))) ?? { packages: {} };
  return Object.entries(locked.packages)
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .filter(([path, { version }]) => installed.packages[path]?.version !== version)
    .map(([path]) => path);
}

async function demandLockInStep() {
  const wanted = await readJson(inProject('package.json'));
  const listed = (await readJson(inProject('package-lock.json'))).packages[''];
  if (KINDS.every((kind) => isDeepStrictEqual(wanted[kind] ?? {}, listed[kind] ?? {}))) return;
  throw new SetupError(
    'package.json and package-lock.json name different packages. Whoever changed package.json has to run ' +
      '"npm install" once and commit both files.',
  );
}

const readJson = (path) => readFile(path, 'utf8').then(JSON.parse, () => undefined);
