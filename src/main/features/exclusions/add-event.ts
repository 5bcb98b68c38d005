import { eventFulfils } from '#shared/domain/duties/event-fulfils.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { eventText } from '#shared/text/case-words.ts';
import { insertCaseEvent } from '../../storage/repositories/case-events.ts';
import { readDuties } from '../../storage/repositories/duties.ts';
import { fulfilDuties } from '../../storage/repositories/duty-writes.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { AuditNote, Changed, Context } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { moveCase } from './case-stand.ts';
import type { OpenCase } from './open-case.ts';

export interface Moved {
  readonly version: number;
  readonly state: ExclusionState;
}

/**
 * Writes an event that the life cycle allows, with all that follows from it: the state, half days given back, places
 * freed, duties worked out again (of the pupil's other open cases too), and those noted as done that the event does.
 */
export async function addEvent(
  db: Db,
  context: Pick<Context, 'clock' | 'session' | 'newId'>,
  { exclusion, facts, pupilId }: OpenCase,
  { event, note, state }: { event: Omit<CaseEvent, 'id'>; note: string; state: ExclusionState },
): Promise<Changed<Moved>> {
  const { clock, session, newId } = context;
  const id = newId();
  const ruleSet = ruleSetOf(exclusion);
  const text = eventText(event, ruleSet);
  const by = { userName: session.userName, at: clock.now() };
  const recording = { exclusionId: exclusion.id, note, recordedBy: by.userName, recordedAt: by.at };
  await insertCaseEvent(db, { id, ...event }, recording);
  const events = [...(facts.events.get(exclusion.id) ?? []), { id, ...event }];
  const { stand, freed } = await moveCase(db, context, exclusion, { state, events, why: text });
  const cause = `this was recorded: ${text}`;
  await syncDutiesOfCase(db, context, { pupilId, exclusionId: exclusion.id }, cause);
  const does = new Set(eventFulfils(event.type));
  const done = (await readDuties(db, exclusion.id)).filter(
    ({ key, owed, fulfilledOn }) => does.has(key) && owed && fulfilledOn === null,
  );
  const on = event.on > clock.today() ? clock.today() : event.on;
  await fulfilDuties(
    db,
    exclusion.id,
    done.map(({ key }) => key),
    { on, how: text, byWhom: by.userName },
    { cause: text, ...by },
  );
  const before = { state: exclusion.state, version: exclusion.version };
  const after = { state, version: exclusion.version + 1 };
  const audit: AuditNote[] = [
    {
      subjectType: 'exclusion',
      subjectId: exclusion.id,
      detail: {
        title: exclusion.title,
        event: { id, ...event, note, text, recordedAt: by.at },
        before,
        after,
        stand,
      },
    },
    ...freed,
  ];
  return { value: after, audit };
}
