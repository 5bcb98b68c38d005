import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const ELSEWHERE = ['**/node_modules/**', 'out/**', '.cache/**', 'tests/e2e/**'];

/** Tests that need no window; the window has tests/e2e/playwright.config.ts. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'scripts/**/*.test.mjs'],
    exclude: ELSEWHERE,
    globalSetup: ['tests/builders/temporary-folder.ts'],
    environment: 'node',
    // Modules keep no state that a test could leave behind; loading them once a worker halves the time.
    isolate: false,
    // One processor of two would stand idle for minutes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A test that hangs should fail soon, but a loaded two-core machine is slow.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // The rules never read the machine's time zone; a test that did would differ from machine to machine.
    env: { TZ: 'Europe/London' },
    restoreMocks: true,
    allowOnly: false,
  },
});
