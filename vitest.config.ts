import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const ELSEWHERE = ['**/node_modules/**', 'out/**', '.cache/**', 'tests/e2e/**'];

/** Of the shared database alone: they need a server. */
const SHARED = ['tests/shared/**/*.test.ts', 'src/main/storage/engines/postgres/**/*.test.ts'];

/**
 * Run on both engines: what is stored, places and stays, returns. Tests of database files and of SQLite's plans leave
 * themselves out of the second run (`ON_POSTGRES`).
 */
const ON_BOTH_ENGINES = [
  'src/main/features/{placements,providers,stays,itineraries,returns}/**/*.test.ts',
  'src/main/storage/repositories/*.test.ts',
  'tests/storage/guards.test.ts',
  'tests/returns/round-trip.test.ts',
];

/** Run on both when asked for (`FIRST_DAY_POSTGRES_ALL=1`): they pass, and take as long again. */
const ALSO_ON_POSTGRES = [
  'src/main/features/{planner,register,exclusions,duties,pupils,today,reintegration,patterns}/**/*.test.ts',
  'src/main/features/*.test.ts',
  'tests/provision/**/*.test.ts',
  'tests/support/**/*.test.ts',
];

/** Tests that need no window; the window has tests/e2e/playwright.config.ts. */
export default defineConfig({
  test: {
    environment: 'node',
    // Modules keep no state that a test could leave behind; loading them once a worker halves the time.
    isolate: false,
    // One more than there are processors: many wait for a process or a server.
    maxWorkers: availableParallelism() + 1,
    // A test that hangs should fail soon, but a loaded two-core machine is slow.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // The rules never read the machine's time zone; a test that did would differ from machine to machine.
    env: { TZ: 'Europe/London' },
    restoreMocks: true,
    allowOnly: false,
    globalSetup: ['tests/builders/temporary-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'app',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: [...ELSEWHERE, ...SHARED],
        },
      },
      // Left out where there is no PostgreSQL; `npm test` says so.
      ...(process.env['FIRST_DAY_POSTGRES'] === undefined
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: [
                  ...SHARED,
                  ...ON_BOTH_ENGINES,
                  ...(process.env['FIRST_DAY_POSTGRES_ALL'] === undefined ? [] : ALSO_ON_POSTGRES),
                ],
                exclude: ELSEWHERE,
                globalSetup: ['tests/builders/postgres-setup.ts'],
                env: { FIRST_DAY_TEST_ENGINE: 'postgres' },
              },
            },
          ]),
    ],
  },
});
