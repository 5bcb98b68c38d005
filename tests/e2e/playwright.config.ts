import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { displays } from './support/displays.ts';

const root = resolve(import.meta.dirname, '../..');

/** Drives the built app in a window; `npm test` prepares Electron, the build and a screen first. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: resolve(root, 'test-results'),
  // One window a screen: on one screen they compete for the focus, which the keyboard tests need.
  workers: displays().length || 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: resolve(root, '.cache/reports/playwright.json') }]],
  use: { actionTimeout: 10_000 },
});
