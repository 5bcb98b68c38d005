import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import config from '../../electron.vite.config.ts';

const root = resolve(import.meta.dirname, '../..');
const bundles = join(root, '.cache', 'test-cli');
const ENTRIES = {
  cli: 'src/main/cli/index.ts',
  'plan-worker': 'src/main/planning/plan-worker.ts',
  'read-worker': 'src/main/receiving/read-worker.ts',
};

let made: Promise<string> | undefined;

/**
 * The command line bundled as for users, and the path of its entry. From the sources each start would take Node ten
 * times as long. Made once for a state of the sources and kept in the project's cache, since it looks for the shipped
 * resources above itself.
 */
export function bundleCli(): Promise<string> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<string> {
  const folder = join(bundles, await hashOfSources());
  const entry = join(folder, 'cli.js');
  if (existsSync(entry)) return entry;
  const earlier = await readdir(bundles).catch(() => []);
  const own = `${folder}.${process.pid}`;
  await buildInto(own);
  // Another test process may have been quicker: its bundle is the same.
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
  for (const name of earlier) {
    if (!/\.\d+$/.test(name)) await rm(join(bundles, name), { recursive: true, force: true });
  }
  return entry;
}

async function buildInto(outDir: string): Promise<void> {
  const { plugins, resolve: aliases, build: asBuilt } = config.main ?? {};
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ...(plugins ? { plugins } : {}),
    ...(aliases ? { resolve: aliases } : {}),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      rollupOptions: {
        ...asBuilt?.rollupOptions,
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

async function hashOfSources(): Promise<string> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of [
    ...sources,
    join(root, 'package-lock.json'),
    join(root, 'electron.vite.config.ts'),
    import.meta.filename,
  ]) {
    hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}
