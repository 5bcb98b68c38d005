import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { withLock } from './lock.mjs';
import { runNpm } from './npm-command.mjs';
import { inModules, inProject, projectRoot } from './paths.mjs';
import { step } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const STAMP = inModules('.first-day-installed');
const NPMS_OWN_LOCK = inModules('.package-lock.json');

/** Installs node_modules when it is missing or package-lock.json has changed since. */
export async function prepareDependencies() {
  if (await isInstalled()) return;
  await withLock('npm-ci', async () => {
    if (await isInstalled()) return;
    await step('Installing the packages of package-lock.json', async () => {
      // No package of ours needs its install script; leaving them out is faster and safer.
      const { ok, reason } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: projectRoot,
      });
      if (!ok) throw new SetupError(`The packages could not be installed; npm said:\n${reason}`);
    });
    await writeFile(STAMP, await lockHash());
  });
}

async function isInstalled() {
  const [stamp, hash] = await Promise.all([readFile(STAMP, 'utf8').catch(() => ''), lockHash()]);
  if (stamp === hash) return true;
  if (!(await installedByHand())) return false;
  await writeFile(STAMP, hash);
  return true;
}

const lockHash = async () =>
  createHash('sha256')
    .update(await readFile(inProject('package-lock.json')))
    .digest('hex');

/** True when somebody ran npm by hand and every package that is not optional is there as locked. */
async function installedByHand() {
  const [locked, installed] = await Promise.all(
    [inProject('package-lock.json'), NPMS_OWN_LOCK].map((path) =>
      readFile(path, 'utf8').then(JSON.parse, () => undefined),
    ),
  );
  if (!locked || !installed) return false;
  return Object.entries(locked.packages).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      wanted.devOptional ||
      installed.packages[path]?.version === wanted.version,
  );
}
