import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';
import type { OpenCase } from './open-case.ts';
import { takeOver } from './take-over.ts';

/**
 * That a chained exclusion was taken back before it began is struck out: it takes over from the one before again, as it
 * did when it was issued. Before its half days are taken again, which the first may have.
 */
export async function takeOverAgain(
  db: Db,
  context: Pick<Context, 'clock' | 'session' | 'newId'>,
  { exclusion, facts }: OpenCase,
  back: Session,
): Promise<readonly AuditNote[]> {
  const followsId = exclusion.follows?.id;
  if (followsId === undefined || sessionKey(back) > sessionKey(exclusion.start)) return [];
  if (facts.events.get(followsId)?.some(({ type }) => type === 'superseded') === true) return [];
  return takeOver(db, context, { followsId }, exclusion.start, facts);
}
