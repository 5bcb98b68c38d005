import { refuse, type Result } from '#shared/kernel/result.ts';
import { readStep, type ReintegrationStep } from '../../storage/repositories/reintegrations.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { openReturnToWrite, type OpenReturn } from './open-return.ts';

/** Something that follows a return, about to be changed; refused when somebody else has changed it since. */
export async function openStep(
  db: Db,
  context: Pick<Context, 'clock'>,
  { stepId, version }: { readonly stepId: string; readonly version: number },
): Promise<Result<{ readonly step: ReintegrationStep; readonly opened: OpenReturn }>> {
  const step = await readStep(db, stepId);
  if (step === undefined) {
    return refuse(
      'not-found',
      'This is no longer there: somebody may have taken it away. Nothing was changed.',
    );
  }
  if (step.version !== version) {
    return refuse(
      'conflict',
      'This was changed after you opened it. Nothing was overwritten. Look at it again.',
    );
  }
  const opened = await openReturnToWrite(db, context, step.exclusionId);
  return opened.ok ? { ok: true, value: { step, opened: opened.value } } : opened;
}
