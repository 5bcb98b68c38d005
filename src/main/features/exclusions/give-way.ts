import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import { eventText } from '#shared/text/case-words.ts';
import { eventOf, readCaseEvents, voidCaseEvent } from '../../storage/repositories/case-events.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { AuditNote, Context } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { moveCase } from './case-stand.ts';
import type { OpenCase } from './open-case.ts';

const REASON = 'The exclusion that took over was taken back before it began';

/**
 * An exclusion that was chained to another and is taken back before its first session never took over: that is struck
 * out in the first one, which has its own half days again and may be followed anew. One that had begun did take over.
 */
export async function giveWay(
  db: Db,
  context: Pick<Context, 'clock' | 'session' | 'newId'>,
  { exclusion, facts, pupilId }: OpenCase,
  back: Session,
): Promise<readonly AuditNote[]> {
  const first = facts.issued.find(({ id }) => id === exclusion.follows?.id);
  if (first === undefined || sessionKey(back) > sessionKey(exclusion.start)) return [];
  const took = (await readCaseEvents(db, first.id)).find(
    ({ type, onDate, onSlot, voidedAt }) =>
      type === 'superseded' &&
      voidedAt === null &&
      onDate === exclusion.start.date &&
      (onSlot ?? 'am') === exclusion.start.slot,
  );
  if (took === undefined) return [];
  const voidedAt = context.clock.now();
  await voidCaseEvent(db, took.id, { at: voidedAt, reason: REASON });
  const event = eventOf(took);
  const text = eventText(event, ruleSetOf(first));
  const events = (facts.events.get(first.id) ?? []).filter(({ id }) => id !== took.id);
  const { stand, freed } = await moveCase(db, context, first, {
    state: stateAfter(events),
    events,
    why: REASON,
  });
  await syncDutiesOfCase(db, context, { pupilId, exclusionId: first.id }, REASON);
  return [
    {
      subjectType: 'exclusion',
      subjectId: first.id,
      detail: { title: first.title, struckOut: { ...event, text, voidedAt }, reason: REASON, stand },
    },
    ...freed,
  ];
}
