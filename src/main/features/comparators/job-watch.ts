import type { ReadWatch } from '../../exchange/file-problems.ts';
import type { Context } from '../context.ts';
import { isCancelled } from '../is-cancelled.ts';

/** Reports the course of one file's reading to the job, within the part of the whole from `from` to `to`. */
export const watchOf = (context: Pick<Context, 'job'>, text: string, from = 0, to = 1): ReadWatch => ({
  cancelled: () => isCancelled(context),
  progress: (read, total) =>
    context.job.progress(from + (to - from) * (total === 0 ? 1 : read / total), text),
});
