import type { Result } from '#shared/kernel/result.ts';
import { receivedRows } from '../../exchange/received-rows.ts';
import {
  findBySha256,
  findCurrent,
  insertReceived,
  type ReceivedReturn,
} from '../../storage/repositories/received-returns.ts';
import type { Context } from '../context.ts';
import type { ReadReturn } from './read-return-file.ts';

export interface Received {
  readonly outcome: 'imported' | 'replaced' | 'older' | 'duplicate';
  readonly received: ReceivedReturn;
  /** The file that is replaced, or that stands in the way of an older one. */
  readonly other: ReceivedReturn | undefined;
}

/** Keeps one return in one transaction: new, in place of an older one, or not at all. */
export function receiveReturn(
  context: Context,
  fileName: string,
  read: ReadReturn,
  schoolName: string,
): Promise<Result<Received>> {
  const { clock, newId, session } = context;
  const { document, format, sha256 } = read;
  return context.change<Received>(async (db) => {
    const { received, exclusions } = receivedRows(document, {
      id: newId(),
      schoolName,
      format,
      fileName,
      sha256,
      receivedBy: session.userName,
      receivedAt: clock.now(),
    });
    const outcomeOf = (outcome: Received['outcome'], other?: ReceivedReturn) => ({
      ok: true as const,
      value: {
        value: { outcome, received, other },
        audit:
          outcome === 'imported' || outcome === 'replaced'
            ? [
                {
                  subjectType: 'received-return',
                  subjectId: received.id,
                  detail: {
                    fileName,
                    sha256,
                    laEstab: received.laEstab,
                    period: received.periodName,
                    outcome,
                  },
                },
              ]
            : [],
      },
    });
    const same = await findBySha256(db, sha256);
    if (same) return outcomeOf('duplicate', same);
    const current = await findCurrent(db, received);
    if (current && current.createdAt > received.createdAt) return outcomeOf('older', current);
    await insertReceived(db, received, exclusions, current);
    return outcomeOf(current ? 'replaced' : 'imported', current);
  });
}
