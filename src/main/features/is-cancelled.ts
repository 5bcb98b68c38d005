import { JobCancelledError, type Context } from './context.ts';

/** Whether the user has cancelled, for work that ends in good order in place of being rolled back. */
export function isCancelled({ job }: Pick<Context, 'job'>): boolean {
  try {
    job.checkCancelled();
    return false;
  } catch (error) {
    if (error instanceof JobCancelledError) return true;
    throw error;
  }
}
