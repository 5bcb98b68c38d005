import type { Operation } from '#shared/contract/operation.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { explainDisk } from '../platform/explain-disk.ts';

/**
 * What a person is told when the disk, and not the program, has failed: what happened, that nothing was changed, and
 * what to do. Undefined for any other error.
 */
export function explainFailure(error: unknown, operation: Operation): Result<never> | undefined {
  const kept = operation.kind === 'command' ? 'Nothing was changed' : 'Nothing was lost';
  const cause = explainDisk(error);
  if (cause === undefined) return undefined;
  return refuse('refused', `This could not be done: ${cause}. ${kept}. ${remedyFor(cause)}`);
}

const remedyFor = (cause: string): string =>
  cause.startsWith('the disk is full')
    ? 'Make room on the disk of the database, then do it again.'
    : 'Do it again when that is put right; everything that was recorded before is there.';
