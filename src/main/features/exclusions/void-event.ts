import { eventFulfils } from '#shared/domain/duties/event-fulfils.ts';
import { voidEvent as strikeOut } from '#shared/domain/exclusions/life-cycle.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { eventText } from '#shared/text/case-words.ts';
import { eventOf, readCaseEvents, voidCaseEvent } from '../../storage/repositories/case-events.ts';
import { readDuties } from '../../storage/repositories/duties.ts';
import { reopenDuties } from '../../storage/repositories/duty-writes.ts';
import { guardOf } from '../../storage/guard-of.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import { mayRecordEvent } from '../clerk-part.ts';
import type { Changed, Context, Handler } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { lifeCaseOf } from '../life-case.ts';
import type { Moved } from './add-event.ts';
import { moveCase } from './case-stand.ts';
import { openCase } from './open-case.ts';
import { takeOverAgain } from './take-over-again.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly eventId: string;
  readonly reason: string;
}

/**
 * Strikes out an event that was recorded by mistake; it stays in the history. Half days it gave back are taken again,
 * unless another exclusion has got them; places it freed stay free.
 */
export const voidEvent: Handler<'exclusions.void-event'> = async (context, input) => {
  try {
    return await context.change((db) => strike(db, context, input));
  } catch (error) {
    if (guardOf(error) !== 'pupil-excluded-twice') throw error;
    return refuse(
      'conflict',
      'Not struck out: another exclusion of this pupil has some of the sessions that were given back. Nothing was changed.',
    );
  }
};

async function strike(
  db: Db,
  context: Context,
  { id, version, eventId, reason }: Input,
): Promise<Result<Changed<Moved>>> {
  const { clock, session } = context;
  const opened = await openCase(db, context, { id, version });
  if (!opened.ok) return opened;
  const { exclusion, facts, reviewBy, pupilId } = opened.value;
  const record = (await readCaseEvents(db, id)).find((one) => one.id === eventId);
  if (record === undefined) return refuse('not-found', 'This event is not on record. Nothing was changed.');
  if (record.voidedAt !== null) return refuse('conflict', 'This event was struck out already.');
  if (record.type === 'superseded') {
    return refuse(
      'refused',
      'This follows from the exclusion that took over. Take that one back instead; nothing was changed.',
    );
  }
  const theirs = mayRecordEvent(session.role, record.type);
  if (!theirs.ok) return theirs;
  const decides = record.type === 'cancelled' || record.type === 'withdrawn';
  if (decides && !mayDo(session.role, 'exclusions.decide')) {
    return refuse(
      'not-permitted',
      'Only who may decide on exclusions can undo that one was taken back. Nothing was changed.',
    );
  }
  const event = eventOf(record);
  const state = strikeOut(lifeCaseOf(exclusion, facts, clock.today(), reviewBy), eventId);
  if (!state.ok) return state;
  const voidedAt = clock.now();
  await voidCaseEvent(db, eventId, { at: voidedAt, reason });
  const events = (facts.events.get(id) ?? []).filter((one) => one.id !== eventId);
  const text = eventText(event, ruleSetOf(exclusion));
  const cause = `this was struck out: ${text}`;
  const taken =
    decides && event.back !== undefined ? await takeOverAgain(db, context, opened.value, event.back) : [];
  const { stand, freed } = await moveCase(db, context, exclusion, { state: state.value, events, why: cause });
  const undone = new Set(eventFulfils(event.type));
  // Only what the event itself noted as done; a duty that somebody noted in their own words stays done.
  const keys = (await readDuties(db, id)).flatMap(({ key, how }) =>
    undone.has(key) && how === text ? [key] : [],
  );
  await reopenDuties(db, id, keys, { cause, userName: session.userName, at: clock.now() });
  await syncDutiesOfCase(db, context, { pupilId, exclusionId: id }, cause);
  const before = { state: exclusion.state, version };
  const after = { state: state.value, version: version + 1 };
  return {
    ok: true,
    value: {
      value: after,
      audit: [
        {
          subjectType: 'exclusion',
          subjectId: id,
          detail: {
            title: exclusion.title,
            struckOut: { ...event, text, voidedAt },
            reason,
            before,
            after,
            stand,
          },
        },
        ...freed,
        ...taken,
      ],
    },
  };
}
