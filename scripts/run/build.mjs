import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../prepare/lock.mjs';
import { inProject, projectRoot } from '../prepare/paths.mjs';
import { step } from '../prepare/progress.mjs';
import { runCommand } from '../prepare/run-command.mjs';
import { SetupError } from '../prepare/setup-error.mjs';
import { toolScript } from './tool.mjs';

const STAMP = inProject('out', '.first-day-build');
const FOLDERS = ['src', 'resources'];
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const NOT_BUILT = /\.test\.tsx?$/;

/** Builds the app into out/ unless nothing that goes into it has changed. */
export async function buildIfChanged({ node, env }) {
  const sources = await hashOfSources();
  if (await isBuilt(sources)) return;
  await withLock('build', async () => {
    if (await isBuilt(sources)) return;
    await rm(STAMP, { force: true });
    await step('Building the app', async () => {
      const { ok, output } = await runCommand(node, [toolScript('electron-vite'), 'build'], {
        cwd: projectRoot,
        env,
      });
      if (!ok) throw new SetupError(`The app could not be built; the builder said:\n${output.trim()}`);
    });
    await writeFile(STAMP, sources);
  });
}

const isBuilt = async (sources) =>
  existsSync(inProject('out', 'main')) && (await readFile(STAMP, 'utf8').catch(() => '')) === sources;

async function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...FILES, ...(await sourceFiles())]) {
    hash.update(`${file}\0`).update(await readFile(inProject(file)).catch(() => 'absent'));
  }
  return hash.digest('hex');
}

async function sourceFiles() {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await readdir(inProject(folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return lists
    .flat()
    .map((path) => path.slice(projectRoot.length + 1))
    .filter((path) => !NOT_BUILT.test(path))
    .toSorted();
}
