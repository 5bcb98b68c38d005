import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');

/** Drives the built app in a window; `npm test` prepares Electron, the build and a screen first. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: resolve(root, 'test-results'),
  // One app at a time: windows compete for the focus, which the keyboard tests need.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: resolve(root, '.cache/reports/playwright.json') }]],
  use: { actionTimeout: 10_000 },
});
