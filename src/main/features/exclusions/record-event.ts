import type { ParsedInput } from '#shared/contract/contract.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { givesBack } from '#shared/domain/duties/gives-back.ts';
import { meetingOutside } from '#shared/domain/duties/meeting-outside.ts';
import type { CaseEventType } from '#shared/domain/duties/types.ts';
import { applyEvent } from '#shared/domain/exclusions/life-cycle.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { meetingWarning } from '#shared/text/meeting-words.ts';
import { readDuties } from '../../storage/repositories/duties.ts';
import type { Db } from '../../storage/store.ts';
import { judgeIssued } from '../case-duties.ts';
import { mayRecordEvent } from '../clerk-part.ts';
import type { Handler, UserSession } from '../context.ts';
import { lifeCaseOf } from '../life-case.ts';
import { addEvent } from './add-event.ts';
import { checkMeets } from './check-meets.ts';
import { openCase, type OpenCase } from './open-case.ts';

type Input = ParsedInput<'exclusions.record-event'>;

/** A meeting is set, and a pupil is put back, for a day to come; not for one this far ahead. */
const AHEAD_DAYS = 180;

/** Records what happened in a case, when the life cycle of its rule set allows it. */
export const recordEvent: Handler<'exclusions.record-event'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const permitted = mayRecord(session, input.type);
    if (!permitted.ok) return permitted;
    const opened = await openCase(db, context, input);
    if (!opened.ok) return opened;
    const { exclusion, facts, reviewBy } = opened.value;
    const day = checkDay(input, clock.today());
    if (!day.ok) return day;
    const { type, on, slot, outcome, note } = input;
    const back = givesBack(input) ? input.back : undefined;
    const event = {
      type,
      on,
      ...(slot === undefined ? {} : { slot }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(back === undefined ? {} : { back }),
    };
    const state = applyEvent(lifeCaseOf(exclusion, facts, on, reviewBy), event);
    if (!state.ok) return state;
    const meets = back === undefined ? undefined : checkBack(back, facts.index, clock.today());
    if (meets?.ok === false) return meets;
    const warnings = await warningsOf(db, opened.value, input);
    const added = await addEvent(db, context, opened.value, { event, note, state: state.value });
    return { ok: true, value: { ...added, value: { ...added.value, warnings } } };
  });

/** A meeting outside the governors' window is recorded, because it may be what happened, but not in silence. */
async function warningsOf(
  db: Db,
  { exclusion, facts }: OpenCase,
  { type, on }: Pick<Input, 'type' | 'on'>,
): Promise<string[]> {
  if (type !== 'meeting-set' && type !== 'meeting-begun') return [];
  const told = (await readDuties(db, exclusion.id)).find(({ key }) => key === 'tell-governors')?.fulfilledOn;
  const events = facts.events.get(exclusion.id) ?? [];
  const { dutyCase } = judgeIssued(exclusion, facts, events, told ?? undefined);
  const outside = meetingOutside(dutyCase, on);
  return outside === undefined ? [] : [meetingWarning(on, outside, dutyCase.ruleSet)];
}

function mayRecord({ role }: UserSession, type: CaseEventType): Result<true> {
  if (type === 'cancelled' || type === 'withdrawn') {
    return refuse(
      'refused',
      'Taking an exclusion back is the head’s decision: use “Cancel it”, with the first session back.',
    );
  }
  return mayRecordEvent(role, type);
}

const TOO_FAR = 'This day is too far ahead. Check the month and year.';

function checkDay({ type, on }: Input, today: IsoDate): Result<true> {
  const ahead = type === 'meeting-set';
  const last = ahead ? addDays(today, AHEAD_DAYS) : today;
  if (on <= last) return { ok: true, value: true };
  const message = ahead ? TOO_FAR : 'This day is in the future. Record it once it has happened.';
  return refuse('invalid-input', message, { fields: [{ path: 'on', message }] });
}

function checkBack(back: Session, index: CalendarIndex, today: IsoDate): Result<true> {
  if (back.date > addDays(today, AHEAD_DAYS)) {
    return refuse('invalid-input', TOO_FAR, { fields: [{ path: 'back', message: TOO_FAR }] });
  }
  return checkMeets(index, back);
}
