import { endWaiting } from '../storage/repositories/wait-list.ts';
import type { Db } from '../storage/store.ts';
import type { AuditNote, Context } from './context.ts';

/**
 * A booking at a provider ends the waiting of that exclusion for it; a hold does not, since it may run out. Call it
 * inside the change that books, and keep the notes with that change's audit rows.
 */
export async function endWait(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { exclusionId, providerId }: { readonly exclusionId: string | null; readonly providerId: string },
): Promise<readonly AuditNote[]> {
  if (exclusionId === null) return [];
  const ended = await endWaiting(db, { exclusionId, providerId }, clock.now());
  return ended.map((id) => ({
    subjectType: 'wait-list',
    subjectId: id,
    detail: { ended: 'placed', exclusionId, providerId },
  }));
}
