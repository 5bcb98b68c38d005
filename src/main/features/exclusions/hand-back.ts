import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import { eventText } from '#shared/text/case-words.ts';
import { voidCaseEvent } from '../../storage/repositories/case-events.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { AuditNote, Context } from '../context.ts';
import { moveCase } from './case-stand.ts';

/** The exclusion that `later` took over from after its end, when the pupil was never out for `later`. */
export function tookOverInVain(
  later: IssuedExclusion,
  back: Session,
  { issued }: Pick<CaseFacts, 'issued'>,
): IssuedExclusion | undefined {
  if (sessionKey(back) > sessionKey(later.start)) return undefined;
  const first = issued.find(({ id }) => id === later.follows?.id);
  const end = first?.decided.end;
  return end !== undefined && sessionKey(end) < sessionKey(later.start) ? first : undefined;
}

/**
 * An exclusion that was to follow straight after another is taken back before it began: the one before was not taken
 * over after all, and its own return to school is due again. Strikes out that it was, and gives the audit notes.
 */
export async function handBack(
  db: Db,
  context: Pick<Context, 'clock' | 'session'>,
  later: IssuedExclusion,
  back: Session,
  facts: CaseFacts,
): Promise<readonly AuditNote[]> {
  const first = tookOverInVain(later, back, facts);
  const events = first === undefined ? [] : (facts.events.get(first.id) ?? []);
  const event = events.find(({ type }) => type === 'superseded');
  if (first === undefined || event === undefined) return [];
  const reason = `The one that took over was taken back: ${later.title}`;
  await voidCaseEvent(db, event.id, { at: context.clock.now(), reason });
  const kept = events.filter(({ id }) => id !== event.id);
  const freed = await moveCase(db, context, first, { state: stateAfter(kept), events: kept, why: reason });
  const text = eventText(event, ruleSetOf(first));
  return [
    {
      subjectType: 'exclusion',
      subjectId: first.id,
      detail: { title: first.title, struckOut: { ...event, text }, reason },
    },
    ...freed,
  ];
}
