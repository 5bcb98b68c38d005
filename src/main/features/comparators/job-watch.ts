import type { ReadWatch } from '../../exchange/file-problems.ts';
import { JobCancelledError, type Context } from '../context.ts';

export function isCancelled({ job }: Pick<Context, 'job'>): boolean {
  try {
    job.checkCancelled();
    return false;
  } catch (error) {
    if (error instanceof JobCancelledError) return true;
    throw error;
  }
}

/** Reports the course of one file's reading to the job, within the part of the whole from `from` to `to`. */
export const watchOf = (context: Pick<Context, 'job'>, text: string, from = 0, to = 1): ReadWatch => ({
  cancelled: () => isCancelled(context),
  progress: (read, total) =>
    context.job.progress(from + (to - from) * (total === 0 ? 1 : read / total), text),
});
