import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

// The oldest runtime the bundles must run on: the development Electron of docs/decisions/0008.
const NODE = 'node20.18';
const CHROMIUM = 'chrome130';

/** The solver reads its WebAssembly from beside the program that it is bundled into: `plan-worker.js`. */
const solverFile: Plugin = {
  name: 'solver-file',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'highs.wasm',
      source: readFileSync(resolve(root, 'node_modules/highs/build/highs.wasm')),
    });
  },
};

/**
 * Three bundles, one per runtime. Main keeps the native database driver outside (it is loaded from
 * node_modules at run time); the preload is one CommonJS file, the only form a sandboxed preload may have.
 */
export default defineConfig({
  main: {
    plugins: [solverFile],
    resolve: {
      // The form for Node declares a `require` of its own, as the bundler does: twice in one file. We need no threads of it.
      alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }],
    },
    build: {
      target: NODE,
      outDir: 'out/main',
      // Everything but the native driver is bundled, so that the installed app carries one dependency.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          'job-worker': resolve(root, 'src/main/app/job-worker.ts'),
          'plan-worker': resolve(root, 'src/main/planning/plan-worker.ts'),
          'backup-worker': resolve(root, 'src/main/backup/backup-worker.ts'),
          'read-worker': resolve(root, 'src/main/receiving/read-worker.ts'),
          'rekey-worker': resolve(root, 'src/main/office/rekey-worker.ts'),
          cli: resolve(root, 'src/main/cli/index.ts'),
        },
        external: ['better-sqlite3', '@node-rs/argon2', 'electron'],
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    build: {
      target: CHROMIUM,
      outDir: 'out/renderer',
      // No data: URLs: the content security policy admits fonts and images from our own origin only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rollupOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
});
