import { randomUUID } from 'node:crypto';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import type { JobReporter, Services } from '../features/context.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { makeFileDesk, noDialogs } from '../platform/files/file-desk.ts';
import { describeError } from '../platform/log.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import { openSqliteStore } from '../storage/engines/sqlite.ts';
import type { CliOptions } from './arguments.ts';

export interface CliApp {
  readonly services: Services;
  run(operation: string, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}

/** The application without a window, over the chosen database. */
export function openCliApp(options: CliOptions): CliApp {
  const clock = options.today ? fixedClock(options.today) : systemClock;
  const services: Services = {
    store: openSqliteStore(options.database, { now: clock.now() }),
    clock,
    newId: randomUUID,
    files: makeFileDesk(noDialogs),
    sessions: { workAs: () => undefined },
    jobs: { cancel: () => false },
    program: { version: programVersion(), runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log: {
      error: (message, error) =>
        process.stderr.write(`${message}\n${error === undefined ? '' : describeError(error)}\n`),
      info: () => undefined,
    },
  };
  const upToDate = workOutMissingDuties(services).catch((error: unknown) =>
    services.log.error('duties of older cases could not be worked out', error),
  );
  const session = {
    userName: options.userName ?? 'Command line',
    role: options.role ?? 'administrator',
  } as const;
  return {
    services,
    run: async (operation, input) => {
      await upToDate;
      return dispatch(services, handlers, session, operation, input, stderrReporter());
    },
    close: () => services.store.close(),
  };
}

/** Progress on standard error, for people only. */
function stderrReporter(): JobReporter {
  let shown = 0;
  return {
    progress: (fraction, text) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - shown < 200) return;
      shown = now;
      process.stderr.write(
        `\r${fraction === undefined ? '' : `${Math.round(fraction * 100)} % `}${text}\u001B[K`,
      );
    },
    checkCancelled: () => undefined,
  };
}
