import { assertNever } from '../../kernel/assert-never.ts';
import { formatDate } from '../calendar/format-date.ts';
import type { CaseEvent, CaseEventType } from '../duties/types.ts';
import { endRefusal, reviewRefusal, takingBackRefusal } from './life-cycle-late-refusals.ts';
import { lifeCycleNoun } from './life-cycle-noun.ts';
import type { LifeCase, NewEvent } from './life-cycle-types.ts';
import { stateAfter } from './state-after.ts';

const eventOf = ({ events }: LifeCase, type: CaseEventType): CaseEvent | undefined =>
  events.findLast((event) => event.type === type);

/** Why nothing of the kind may follow, whatever the type of the event. */
function closedRefusal(life: LifeCase, { type, on }: NewEvent): string | undefined {
  if (life.draft) return 'This is a draft, which binds nobody. Issue it first.';
  const first = life.noticeOn < life.start.date ? life.noticeOn : life.start.date;
  if (on < first)
    return `Nothing can have happened in this case before ${formatDate(first)}, when it was issued.`;
  const state = stateAfter(life.events);
  if (state === 'ended') return 'This case is closed. Strike out its closing first, if that was a mistake.';
  if ((state === 'cancelled' || state === 'withdrawn') && type !== 'returned' && type !== 'ended') {
    return `This ${lifeCycleNoun(life)} was ${state}: nothing follows but the pupil’s return.`;
  }
  return undefined;
}

function beforeDecision(life: LifeCase): string | undefined {
  const decision = eventOf(life, 'decision');
  return decision && `The ${life.ruleSet.words.decisionBody} decided on ${formatDate(decision.on)}.`;
}

function decisionToldRefusal(life: LifeCase, on: string): string | undefined {
  const decision = eventOf(life, 'decision');
  if (decision?.outcome !== 'upheld' && decision?.outcome !== 'reinstated') {
    return `The ${life.ruleSet.words.decisionBody} has not decided yet. Record the decision first.`;
  }
  if (eventOf(life, 'decision-told')) return 'The parents have been told already.';
  return on < decision.on
    ? `The decision was made on ${formatDate(decision.on)}; the parents cannot have been told before.`
    : undefined;
}

/**
 * Why an event may not follow in a case, as a sentence; undefined when it may. By the dated data of the case's own rule
 * set and by what has happened already.
 */
export function lifeCycleRefusal(life: LifeCase, event: NewEvent): string | undefined {
  const closed = closedRefusal(life, event);
  if (closed !== undefined) return closed;
  const { type, on } = event;
  switch (type) {
    case 'representations':
    case 'meeting-set':
      return beforeDecision(life);
    case 'meeting-begun':
      return beforeDecision(life) ?? (eventOf(life, type) && 'The meeting has begun already.');
    case 'decision': {
      const begun = eventOf(life, 'meeting-begun');
      return (
        beforeDecision(life) ??
        (begun && on < begun.on
          ? `The meeting began on ${formatDate(begun.on)}; it cannot have decided before.`
          : undefined)
      );
    }
    case 'decision-told':
      return decisionToldRefusal(life, on);
    case 'review-asked':
    case 'review-waived':
    case 'review-decided':
    case 'reconsidered':
      return reviewRefusal(life, event);
    case 'cancelled':
    case 'withdrawn':
      return takingBackRefusal(life, event, type);
    case 'superseded':
      return 'This follows by itself when the exclusion that takes over is issued.';
    case 'returned':
      return returnRefusal(life, on);
    case 'ended':
      return endRefusal(life, on);
    default:
      return assertNever(type);
  }
}

function returnRefusal(life: LifeCase, on: string): string | undefined {
  if (eventOf(life, 'returned')) return 'The return is recorded already.';
  const state = stateAfter(life.events);
  const back = state === 'reinstated' || state === 'cancelled' || state === 'withdrawn';
  if (life.kind === 'permanent' && !back)
    return 'The pupil is permanently excluded and has not been put back.';
  return on < life.start.date
    ? `The ${lifeCycleNoun(life)} begins on ${formatDate(life.start.date)}; the pupil cannot be back before.`
    : undefined;
}
