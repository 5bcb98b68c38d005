import type { Session } from '#shared/domain/calendar/types.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import { eventText } from '#shared/text/case-words.ts';
import { insertCaseEvent } from '../../storage/repositories/case-events.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { AuditNote, Context } from '../context.ts';
import { moveCase } from './case-stand.ts';
import type { Draft } from './draft.ts';

/**
 * Notes in the exclusion that a new one follows that it took over from its start on: an extension or one made permanent
 * gives back the rest of the first, a further one begins where the first ended and gives back nothing. The first stands
 * otherwise as it was, with its own notices. Before the new half days are written, which may be the same sessions.
 */
export async function takeOver(
  db: Db,
  context: Pick<Context, 'clock' | 'session' | 'newId'>,
  { followsId }: Pick<Draft, 'followsId'>,
  start: Session,
  facts: CaseFacts,
): Promise<readonly AuditNote[]> {
  const first = facts.issued.find(({ id }) => id === followsId);
  if (first === undefined) return [];
  const { clock, session, newId } = context;
  const id = newId();
  const event = { id, type: 'superseded' as const, on: start.date, slot: start.slot };
  const recording = { note: '', recordedBy: session.userName, recordedAt: clock.now() };
  await insertCaseEvent(db, event, { exclusionId: first.id, ...recording });
  const events = [...(facts.events.get(first.id) ?? []), event];
  const text = eventText(event, ruleSetOf(first));
  const { stand, freed } = await moveCase(db, context, first, {
    state: stateAfter(events),
    events,
    why: text,
  });
  return [
    {
      subjectType: 'exclusion',
      subjectId: first.id,
      detail: {
        title: first.title,
        event: { ...event, note: '', text, recordedAt: recording.recordedAt },
        stand,
      },
    },
    ...freed,
  ];
}
