import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { OperationName } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { JobCancelledError, type JobDesk, type JobReporter, type UserSession } from '../features/context.ts';
import type { FileDesk } from '../platform/files/file-desk.ts';
import type { Log } from '../platform/log.ts';
import type { JobMessage, JobOrder } from './job-worker.ts';

const tooMany = () =>
  refuse(
    'busy',
    `${String(MOST_JOBS)} long tasks are under way already, which is the most. Nothing was begun; try again when one of them has ended.`,
  );

export interface JobRunner extends JobDesk {
  run(
    operation: OperationName,
    input: unknown,
    session: UserSession,
    files: Pick<FileDesk, 'snapshot' | 'adopt'>,
  ): Promise<Result<unknown>>;
  /** The same course (progress, cancelling) for work that main itself does with threads of its own. */
  follow(
    operation: OperationName,
    work: (job: JobReporter) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>>;
}

/** Threads at once: each has connections and memory of its own, and a page could ask for thousands. */
const MOST_JOBS = 4;

/**
 * Runs long operations in a worker thread with a connection of its own, so that neither the window nor main waits.
 * Progress goes out as events; cancelling sets a flag that the work checks at every record.
 */
export function makeJobRunner(
  order: () => Pick<JobOrder, 'place' | 'today' | 'programId'>,
  send: (event: AppEvent) => void,
  log: Log,
): JobRunner {
  const flags = new Map<string, Int32Array>();
  const begin = () => {
    const jobId = randomUUID();
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    flags.set(jobId, cancelFlag);
    const end = () => {
      flags.delete(jobId);
      send({ type: 'job-ended', jobId });
    };
    return { jobId, cancelFlag, end };
  };
  return {
    cancel(jobId) {
      const flag = flags.get(jobId);
      if (flag) Atomics.store(flag, 0, 1);
      return flag !== undefined;
    },
    async follow(operation, work) {
      if (flags.size >= MOST_JOBS) return tooMany();
      const { jobId, cancelFlag, end } = begin();
      try {
        return await work({
          progress: (fraction, text) =>
            send({
              type: 'progress',
              jobId,
              operation,
              text,
              ...(fraction === undefined ? {} : { fraction }),
            }),
          checkCancelled: () => {
            if (Atomics.load(cancelFlag, 0) === 1) throw new JobCancelledError('cancelled by the user');
          },
        });
      } finally {
        end();
      }
    },
    run(operation, input, session, files) {
      if (flags.size >= MOST_JOBS) return Promise.resolve(tooMany());
      const { jobId, cancelFlag, end } = begin();
      const whole: JobOrder = { ...order(), operation, input, session, files: files.snapshot(), cancelFlag };
      return new Promise<Result<unknown>>((resolve) => {
        const worker = new Worker(new URL('./job-worker.js', import.meta.url), { workerData: whole });
        let answer: Result<unknown> = refuse(
          'internal',
          'The work stopped before it was finished, and the step under way was undone. Look at what is there, then try again.',
        );
        worker.on('message', (message: JobMessage) => {
          if (message.type === 'result') {
            files.adopt(message.files);
            answer = message.result;
          } else if (message.type === 'fault') log.error(message.message);
          else send({ ...message, jobId, operation });
        });
        worker.on('error', (error) => log.error(`${operation} broke off`, error));
        worker.on('exit', () => {
          end();
          resolve(answer);
        });
      });
    },
  };
}
