import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { Services } from '#main/features/context.ts';
import { noSessions } from '#main/features/no-sessions.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeFormDesk } from '#main/platform/form-desk.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { silentLog } from '#main/platform/log.ts';
import type { Store } from '#main/storage/store.ts';
import { openFromTemplate } from './from-template.ts';
import { QUICK_PASSWORDS } from './people.ts';
import { openNewPostgres } from './postgres-database.ts';
import { TEST_KEY } from './test-key.ts';
import { writeTwice } from './write-twice.ts';

export interface TestApp {
  readonly services: Services;
  readonly folder: string;
  /** Runs an operation as `role` (administrator and decider by default, whichever may). */
  run<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    role?: Role,
  ): Promise<Result<OperationOutput<N>>>;
  /** The same, but a refusal fails the test with its sentence. */
  must<N extends OperationName>(name: N, input: OperationInput<N>, role?: Role): Promise<OperationOutput<N>>;
  /** An opaque id for a file, as if a person had chosen it to be read or, on the command line, to be written. */
  fileId(path: string): string;
  close(): Promise<void>;
}

/** What a test gives instead of a database of its own. */
export type GivenServices = Pick<Services, 'store' | 'keys' | 'office'>;

/**
 * The whole application over a real database in a temporary folder, or in one that is there; `today` is the day it
 * believes in. Closing takes the folder away.
 */
export function openTestApp(
  today = '2025-11-12',
  folder = mkdtempSync(join(tmpdir(), 'first-day-test-')),
  given?: GivenServices,
): TestApp {
  const clock = fixedClock(today);
  let count = 0;
  const services: Services = {
    ...given,
    store: opened(given?.store ?? storeOfTests(join(folder, 'first-day.db'), clock.now())),
    clock,
    newId: () => `test-${String((count += 1)).padStart(6, '0')}`,
    files: makeFileDesk(noDialogs),
    sessions: noSessions,
    passwordCost: QUICK_PASSWORDS,
    jobs: { cancel: () => false },
    program: { version: '0.0.0-test', runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log: silentLog,
    forms: makeFormDesk(),
  };
  const run: TestApp['run'] = async (name, input, role) => {
    const session = { userName: 'Test Person', role: role ?? defaultRole(name) };
    return (await dispatch(services, handlers, session, name, input)) as Result<OperationOutput<typeof name>>;
  };
  return {
    services,
    folder,
    run,
    must: async (name, input, role) => {
      const result = await run(name, input, role);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    fileId: (path) => services.files.register(path, 'write').fileId,
    close: async () => {
      await services.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On the engine that this run of tests is for. */
const storeOfTests = (file: string, now: string): Store =>
  process.env['FIRST_DAY_TEST_ENGINE'] === 'postgres'
    ? openNewPostgres()
    : openFromTemplate(file, { now, key: TEST_KEY });

/** With FIRST_DAY_TEST_TWICE=1 all that is written is done twice, the first time undone; see `writeTwice`. */
const opened = (store: Store): Store =>
  process.env['FIRST_DAY_TEST_TWICE'] === '1' ? writeTwice(store) : store;

const defaultRole = (name: string): Role => (name === 'exclusions.issue' ? 'decider' : 'administrator');
