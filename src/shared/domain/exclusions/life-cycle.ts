import type { IsoDate } from '../../kernel/plain-date.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { orderEvents } from '../duties/order-events.ts';
import { CASE_EVENT_TYPES, type CaseEvent, type CaseEventType } from '../duties/types.ts';
import { backRefusal } from './back-refusal.ts';
import { lifeCycleRefusal } from './life-cycle-refusal.ts';
import type { LifeCase, NewEvent, Step } from './life-cycle-types.ts';
import { stateAfter } from './state-after.ts';
import type { ExclusionState } from './types.ts';

/** The outcomes that an event of a case may have; none where there is nothing to choose. */
function outcomesOf({ governors, ruleSet }: LifeCase, type: CaseEventType): readonly string[] {
  switch (type) {
    case 'decision':
      return governors?.mayReinstate === false ? ['considered'] : ['upheld', 'reinstated'];
    case 'decision-told':
      return ['by-hand', 'post'];
    case 'review-decided':
      return ruleSet.review.outcomes;
    case 'reconsidered':
      return ['upheld', 'reinstated'];
    default:
      return [];
  }
}

/**
 * The state of a case once an event is recorded in it, or the reason why it may not be. What may follow what is data
 * of the rule set that the case is stamped with.
 */
export function applyEvent(life: LifeCase, event: NewEvent): Result<ExclusionState> {
  const why = lifeCycleRefusal(life, event);
  if (why !== undefined) return refuse('refused', why, { fields: [{ path: 'on', message: why }] });
  const outcomes = outcomesOf(life, event.type);
  if (outcomes.length > 0 && !outcomes.includes(event.outcome ?? '')) {
    const message = 'Choose what came of it.';
    return refuse('invalid-input', message, { fields: [{ path: 'outcome', message }] });
  }
  const wrong = backRefusal(life, event);
  if (wrong !== undefined) {
    return refuse('invalid-input', wrong, { fields: [{ path: 'back', message: wrong }] });
  }
  return ok(stateAfter([...life.events, { id: 'new', ...event }]));
}

/** The state once an event is struck out; refused when something recorded later could not have happened without it. */
export function voidEvent(life: LifeCase, eventId: string): Result<ExclusionState> {
  const kept: CaseEvent[] = [];
  for (const event of orderEvents(life.events.filter(({ id }) => id !== eventId))) {
    const why = event.type === 'superseded' ? undefined : lifeCycleRefusal({ ...life, events: kept }, event);
    if (why !== undefined) {
      return refuse('refused', `Strike out what came of it first. Without it: ${why}`);
    }
    kept.push(event);
  }
  return ok(stateAfter(kept));
}

const ASKS_SESSION = new Set<CaseEventType>([
  'cancelled',
  'withdrawn',
  'decision',
  'review-decided',
  'reconsidered',
]);

/** The latest day up to `on` on which an event can have happened: an exclusion is not taken back after it was served. */
const latestDay = ({ last }: LifeCase, type: CaseEventType, on: IsoDate): IsoDate =>
  (type === 'cancelled' || type === 'withdrawn') && last !== undefined && last.date < on ? last.date : on;

/** Every event that may be recorded in a case on a day, in the course of a case; a refused one with its reason. */
export function stepsOf(life: LifeCase, on: IsoDate): readonly Step[] {
  return CASE_EVENT_TYPES.filter((type) => type !== 'superseded').map((event) => {
    const why = lifeCycleRefusal(life, { type: event, on: latestDay(life, event, on) });
    const outcomes = outcomesOf(life, event);
    return {
      event,
      allowed: why === undefined,
      ...(why === undefined ? {} : { why }),
      outcomes,
      asksSession: ASKS_SESSION.has(event) && (outcomes.length === 0 || outcomes.includes('reinstated')),
      decides: event === 'cancelled' || event === 'withdrawn',
    };
  });
}
