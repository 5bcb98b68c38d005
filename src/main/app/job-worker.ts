import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { OperationName } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { JobCancelledError, type JobReporter, type UserSession } from '../features/context.ts';
import { noSessions } from '../features/no-sessions.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { makeFileDesk, noDialogs, type KnownFiles } from '../platform/files/file-desk.ts';
import { describeError } from '../platform/log.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import type { JobPlace } from '../office/any-office.ts';
import { openPostgresStore } from '../storage/engines/postgres/postgres.ts';
import { openSqliteStore } from '../storage/engines/sqlite.ts';

/** What a worker is started with. */
export interface JobOrder {
  /** With its key, or with the login of whoever asked for it. */
  readonly place: JobPlace;
  /** Set in demonstrations and tests: the day to believe in. */
  readonly today: string | undefined;
  readonly programId: string;
  readonly operation: OperationName;
  readonly input: unknown;
  readonly session: UserSession;
  readonly files: KnownFiles;
  /** One shared number: 1 once the user has cancelled. */
  readonly cancelFlag: Int32Array;
}

export type JobMessage =
  | Omit<Extract<AppEvent, { type: 'progress' }>, 'jobId' | 'operation'>
  /** `files`: ids that the work gave out itself, for files that it leaves to be done. */
  | { readonly type: 'result'; readonly result: Result<unknown>; readonly files: JobOrder['files'] }
  /** For the log, which only main writes: a reference that a user was told must be found in it. */
  | { readonly type: 'fault'; readonly message: string };

/** No more than ten reports a second: more than that nobody reads. */
const REPORT_EVERY = 100;

// oxlint-disable-next-line typescript/no-unsafe-assignment -- job-runner.ts, in this program, started us with it
const order: JobOrder = workerData;
const post = (message: JobMessage) => parentPort?.postMessage(message);

function makeReporter(): JobReporter {
  let last = Number.NEGATIVE_INFINITY;
  return {
    progress(fraction, text) {
      const now = performance.now();
      if (now - last < REPORT_EVERY) return;
      last = now;
      post({ type: 'progress', text, ...(fraction === undefined ? {} : { fraction }) });
    },
    checkCancelled() {
      if (Atomics.load(order.cancelFlag, 0) === 1) throw new JobCancelledError('cancelled by the user');
    },
  };
}

const clock = order.today ? fixedClock(order.today) : systemClock;
const store =
  order.place.kind === 'server'
    ? openPostgresStore(order.place.place)
    : openSqliteStore(order.place.file, { now: clock.now(), key: order.place.key });
const files = makeFileDesk(noDialogs, order.files);
const services = {
  store,
  programId: order.programId,
  clock,
  newId: randomUUID,
  files,
  sessions: noSessions,
  jobs: { cancel: () => false },
  program: { version: programVersion(), runtime: {} },
  nationalSchools: openNationalSchools,
  log: {
    error: (message: string, error?: unknown) =>
      post({ type: 'fault', message: `${message}\n${describeError(error)}` }),
    info: () => undefined,
  },
};
const result = await dispatch(
  services,
  handlers,
  order.session,
  order.operation,
  order.input,
  makeReporter(),
);
await store.close();
const given = Object.entries(files.snapshot()).filter(([fileId]) => !Object.hasOwn(order.files, fileId));
post({ type: 'result', result, files: Object.fromEntries(given) });
