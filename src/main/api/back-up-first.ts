import type { Operation } from '#shared/contract/operation.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { JobCancelledError, type JobReporter, type Services } from '../features/context.ts';

/**
 * Makes a backup before a large step, unless the newest one is of the present state. Refused when it cannot be made:
 * then the step is not begun.
 */
export async function backUpFirst(
  { backups }: Pick<Services, 'backups'>,
  operation: Operation,
  job: JobReporter,
): Promise<Result<true>> {
  if (!operation.backsUpFirst || !backups) return ok(true);
  try {
    const made = await backups.course.before('before-import', job);
    return made.ok ? ok(true) : refuse(made.error.code, `${made.error.message} The import was not begun.`);
  } catch (error) {
    if (error instanceof JobCancelledError) return refuse('cancelled', 'Cancelled. Nothing was changed.');
    throw error;
  }
}
