import { randomUUID } from 'node:crypto';
import { contract } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch, isOperation } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import { runTaskHere } from '../backup/backup-tasks.ts';
import { backUpBeforeUpdate } from '../office/back-up-before-update.ts';
import { makeBackupDesk } from '../office/make-backup-desk.ts';
import { NOBODY, type JobReporter, type Services } from '../features/context.ts';
import { makeOffice } from '../office/office.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { makeFileDesk, noDialogs } from '../platform/files/file-desk.ts';
import { describeError, type Log } from '../platform/log.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import { StoreUnusableError } from '../storage/store.ts';
import type { CliOptions } from './arguments.ts';
import { makeCliDesk } from './cli-desk.ts';
import { signInFirst } from './sign-in-first.ts';
import { unlockFirst } from './unlock-first.ts';

export interface CliApp {
  readonly services: Services;
  run(operation: string, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}

/**
 * The application without a window, over the chosen database, with whoever signs in to it. Throws `UsageError`,
 * `SignInRefusedError`, and `StoreUnusableError` for what no key opens.
 */
export async function openCliApp(options: CliOptions): Promise<CliApp> {
  const clock = options.today ? fixedClock(options.today) : systemClock;
  const desk = makeCliDesk();
  const log: Log = {
    error: (message, error) =>
      process.stderr.write(`${message}\n${error === undefined ? '' : describeError(error)}\n`),
    info: () => undefined,
  };
  const office = makeOffice({
    database: options.database,
    now: clock.now,
    newId: randomUUID,
    backUp: backUpBeforeUpdate(programVersion()),
    onOpen: (store) =>
      workOutMissingDuties({ store, clock, newId: randomUUID }).catch((error: unknown) =>
        log.error('duties of older cases could not be worked out', error),
      ),
  });
  const standing = await office.start();
  if (standing.state === 'unusable') throw new StoreUnusableError(standing.why);
  const password = await unlockFirst(office, options);
  const now = office.desk.standing();
  if (now.state === 'damaged' && !worksWithout(options)) throw new StoreUnusableError(now.why);
  const services: Services = {
    store: office.store,
    clock,
    newId: randomUUID,
    files: makeFileDesk(noDialogs),
    sessions: desk,
    jobs: { cancel: () => false },
    program: { version: programVersion(), runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log,
    keys: office.keys,
    office: office.desk,
    backups: makeBackupDesk({ office, run: runTaskHere, clock, program: programVersion(), log }),
  };
  try {
    const open = now.state === 'open' ? await signInFirst(services, options, password) : NOBODY;
    return {
      services,
      run: (operation, input) =>
        dispatch(services, handlers, desk.current()?.session ?? open, operation, input, stderrReporter()),
      close: () => office.close(),
    };
  } catch (error) {
    await office.close();
    throw error;
  }
}

/** Whether what is asked for can be answered from a damaged database: what mends it. */
function worksWithout({ command, operation = '' }: CliOptions): boolean {
  if (command === 'recover') return true;
  if (command !== 'call' || !isOperation(operation)) return false;
  const asked: Operation = contract[operation];
  return asked.withoutDatabase === true;
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
