import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './run-node.ts';

const OUT = join(projectRoot, '.cache/bench');

/**
 * Bundles programs of this folder as the app itself is bundled, so that their memory is their own: loading a library
 * file by file costs Node far more than using it. Lends the path of a program by its name. `threads` are programs of the
 * app that they start, by name and path.
 */
export async function withPrograms<T>(
  names: readonly string[],
  work: (pathOf: (name: string) => string) => Promise<T>,
  threads: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    await build({
      root: projectRoot,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: true,
        outDir: OUT,
        rollupOptions: {
          input: {
            ...Object.fromEntries(names.map((name) => [name, join(import.meta.dirname, `${name}.ts`)])),
            ...threads,
          },
          output: { chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    });
    return await work((name) => join(OUT, `${name}.js`));
  } finally {
    rmSync(OUT, { recursive: true, force: true });
  }
}
