import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import config from '../../electron.vite.config.ts';

const root = resolve(import.meta.dirname, '../..');
const bundles = join(root, '.cache', 'test-bundles');
/** Threads that a program starts lie beside it. */
const WORKERS = {
  'plan-worker': 'src/main/planning/plan-worker.ts',
  'read-worker': 'src/main/receiving/read-worker.ts',
  'rekey-worker': 'src/main/office/rekey-worker.ts',
};

const made = new Map<string, Promise<string>>();

/**
 * Bundles a program as for users and gives the path of its entry. From the sources each start would take Node ten times
 * as long. Made once for a state of the sources and kept in the project's cache, since the program looks for the shipped
 * resources above itself. `source` is the entry's path in the project.
 */
export function bundle(source: string): Promise<string> {
  const making = made.get(source) ?? make(source);
  made.set(source, making);
  return making;
}

async function make(source: string): Promise<string> {
  const folder = join(bundles, `${basename(source, '.ts')}-${await hashOfSources(source)}`);
  const entry = join(folder, 'main.js');
  if (existsSync(entry)) return entry;
  const earlier = await readdir(bundles).catch(() => []);
  const own = `${folder}.${process.pid}`;
  await buildInto(own, { main: source, ...WORKERS });
  // Another test process may have been quicker: its bundle is the same.
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
  const older = new RegExp(`^${basename(source, '.ts')}-[0-9a-f]+$`);
  for (const name of earlier) {
    if (older.test(name)) await rm(join(bundles, name), { recursive: true, force: true });
  }
  return entry;
}

async function buildInto(outDir: string, entries: Readonly<Record<string, string>>): Promise<void> {
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
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

/** Of everything that may be in the bundle: the product, and the tests' own programs where it is one of theirs. */
async function hashOfSources(source: string): Promise<string> {
  const folders = source.startsWith('src/')
    ? ['src']
    : ['src', 'tests/builders', 'tests/faults', 'tests/shared', 'tests/storage'];
  const lists = await Promise.all(folders.map(sourcesIn));
  const hash = createHash('sha256');
  for (const file of [
    ...lists.flat().toSorted(),
    join(root, 'package-lock.json'),
    join(root, 'electron.vite.config.ts'),
    import.meta.filename,
  ]) {
    hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
