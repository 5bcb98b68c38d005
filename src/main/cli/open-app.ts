import { randomUUID } from 'node:crypto';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { NOBODY, type JobReporter, type Services } from '../features/context.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { makeFileDesk, noDialogs } from '../platform/files/file-desk.ts';
import { describeError, type Log } from '../platform/log.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import type { CliOptions } from './arguments.ts';
import { makeCliDesk } from './cli-desk.ts';
import { signInFirst } from './sign-in-first.ts';
import { openOffice } from './open-office.ts';
import { givenRecoveryKey } from './unlock-first.ts';

export interface CliApp {
  readonly services: Services;
  run(operation: string, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}

/**
 * The application without a window, over the chosen database, with whoever signs in to it. Throws `UsageError`,
 * `SignInRefusedError`, and `StoreUnusableError` for what no key opens.
 */
export async function openCliApp(
  options: CliOptions,
  recoveryKey = givenRecoveryKey(options.recoveryKeyFd),
  password?: string,
): Promise<CliApp> {
  const clock = options.today ? fixedClock(options.today) : systemClock;
  const desk = makeCliDesk();
  const log: Log = {
    error: (message, error) =>
      process.stderr.write(`${message}\n${error === undefined ? '' : describeError(error)}\n`),
    info: () => undefined,
  };
  const work = await openOffice(options, { clock, log, recoveryKey, password });
  const services: Services = {
    ...work.services,
    clock,
    newId: randomUUID,
    files: makeFileDesk(noDialogs),
    sessions: desk,
    jobs: { cancel: () => false },
    program: { version: programVersion(), runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log,
  };
  try {
    const open = work.signIn ? await signInFirst(services, options, work.password) : NOBODY;
    return {
      services,
      run: (operation, input) =>
        dispatch(services, handlers, desk.current()?.session ?? open, operation, input, stderrReporter()),
      close: work.close,
    };
  } catch (error) {
    await work.close();
    throw error;
  }
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
