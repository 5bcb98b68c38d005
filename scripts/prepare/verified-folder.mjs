import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRunning } from './is-running.mjs';
import { removeNow, removeWithUs } from './leave-nothing.mjs';

const MANIFEST = 'first-day-manifest.json';
const DAY = 24 * 60 * 60 * 1000;

/**
 * Builds a cached folder so that a half-made one is never taken for a finished one: `build` fills a
 * temporary sibling, a manifest of every file is added, and one rename makes it real. Two commands
 * doing this at once each build their own; the first rename wins and the other copy is dropped.
 */
export async function publishFolder(folder, { recipe, always }, build) {
  await mkdir(dirname(folder), { recursive: true });
  await removeStale(folder);
  const making = `${folder}.making-${process.pid}`;
  removeNow(making);
  await mkdir(removeWithUs(making));
  try {
    await build(making);
    await writeManifest(making, recipe);
    await swapIn(making, folder, { recipe, always });
  } finally {
    removeNow(making);
  }
}

/**
 * What is wrong with a cached folder, or undefined when it is sound; 'absent' when there is none.
 * Every file is compared by size; those named in `always` and those whose time changed also by hash,
 * which keeps the check of 300 MB within a fraction of a second.
 */
export async function folderFault(folder, { recipe, always = [] }) {
  let manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  } catch {
    return (await exists(folder)) ? 'its list of files is missing or damaged' : 'absent';
  }
  if (manifest.recipe !== recipe) return 'it was made by another version of these scripts';
  for (const [name, wanted] of Object.entries(manifest.files)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) return `${name} is missing`;
    if (found.size !== wanted.size) return `${name} has ${found.size} bytes, not ${wanted.size}`;
    if (found.mtimeMs === wanted.mtimeMs && !always.includes(name)) continue;
    if ((await hashOf(path)) !== wanted.sha256) return `the contents of ${name} have changed`;
  }
  return undefined;
}

/** SHA-256 of a file, as hexadecimal text. */
async function hashOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function writeManifest(folder, recipe) {
  const files = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const { size, mtimeMs } = await lstat(path);
    files[path.slice(folder.length + 1)] = { size, mtimeMs, sha256: await hashOf(path) };
  }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify({ recipe, files }, null, 1)}\n`);
}

async function swapIn(making, folder, made) {
  if ((await folderFault(folder, made)) === undefined) return;
  const old = `${folder}.old-${process.pid}`;
  await rename(folder, removeWithUs(old)).catch(ignoreAbsent);
  try {
    await rename(making, folder);
  } catch (error) {
    // Another command finished first: its copy serves as well, if it is sound.
    if ((await folderFault(folder, made)) !== undefined) throw error;
  } finally {
    removeNow(old);
  }
}

/** Left-overs of a command that was killed outright, recognised by a process that is no more. */
export async function removeStale(folder) {
  for (const name of await readdir(dirname(folder))) {
    const match = /\.(?:making|old|download)-(\d+)$/.exec(name);
    if (!match || !name.startsWith(basename(folder))) continue;
    const path = join(dirname(folder), name);
    const made = await stat(path).catch(() => undefined);
    if (!made) continue;
    if (!isRunning(Number(match[1])) || Date.now() - made.mtimeMs > DAY) removeNow(path);
  }
}

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

function ignoreAbsent(error) {
  if (error.code !== 'ENOENT') throw error;
}
