import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import type { CaseEventType } from '../duties/types.ts';
import { lifeCycleNoun } from './life-cycle-noun.ts';
import type { LifeCase, NewEvent } from './life-cycle-types.ts';
import { permissionOn } from './permission-on.ts';
import { stateAfter } from './state-after.ts';

const eventOf = ({ events }: LifeCase, type: CaseEventType) =>
  events.findLast((event) => event.type === type);

/** What may follow the governors' decision on a permanent exclusion, and why not. */
export function reviewRefusal(life: LifeCase, { type, on }: NewEvent): string | undefined {
  const { words } = life.ruleSet;
  if (life.kind !== 'permanent') {
    return `Only a permanent exclusion can be taken to an ${words.panel}.`;
  }
  if (eventOf(life, type)) return 'This is recorded already.';
  const asked = eventOf(life, 'review-asked');
  const decided = eventOf(life, 'review-decided');
  if (type === 'review-decided') {
    return asked ? undefined : `The parents have not asked for ${article(words.review)}.`;
  }
  if (type === 'reconsidered') {
    const due = decided?.outcome === 'reconsider' || decided?.outcome === 'quashed';
    return due
      ? undefined
      : `The ${words.panel} has not asked the ${words.decisionBody} to look at it again.`;
  }
  const decision = eventOf(life, 'decision');
  if (decision?.outcome !== 'upheld') {
    return `The ${words.decisionBody} has not upheld this permanent exclusion, so there is nothing to ask for.`;
  }
  if (type === 'review-waived') {
    return asked ? `The parents asked for ${article(words.review)} on ${formatDate(asked.on)}.` : undefined;
  }
  const waived = eventOf(life, 'review-waived');
  if (waived) return `The parents said on ${formatDate(waived.on)} that they want none.`;
  if (!eventOf(life, 'decision-told')) return 'Record first when the parents were told of the decision.';
  if (life.reviewBy !== undefined && on > life.reviewBy) {
    return `The parents’ last day was ${formatDate(life.reviewBy)}: a later request cannot be heard.`;
  }
  return undefined;
}

const article = (word: string): string => (word === 'appeal' ? 'an appeal' : `a ${word}`);

/** Why the head may not take an exclusion back: not allowed at that time, the governors met, or too many days out. */
export function takingBackRefusal(
  life: LifeCase,
  { on }: NewEvent,
  type: 'cancelled' | 'withdrawn',
): string | undefined {
  const { ruleSet, start, last, halfDaysInYear } = life;
  const rows = type === 'cancelled' ? ruleSet.permissions.cancel : ruleSet.permissions.withdraw;
  const row = permissionOn(rows, { startsOn: start.date, on });
  if (row?.allowed !== true) return row?.why ?? `The rules of the time do not allow this.`;
  const begun = eventOf(life, 'meeting-begun') ?? eventOf(life, 'decision');
  if (begun) {
    return `The ${ruleSet.words.governors} began to look at it on ${formatDate(begun.on)}: only they can put the pupil back.`;
  }
  if (last !== undefined && last.date < on) {
    return (
      `It ended on ${formatDate(last.date)} and was served: nothing is left to be ${type}. The ${ruleSet.words.governors} may ` +
      `still consider representations about it. If it was ${type} by then, enter the day on which that was done.`
    );
  }
  const limit = ruleSet.maxYearDays.value;
  if (row.notOverYearLimit === true && halfDaysInYear > limit * 2) {
    return (
      `The pupil is out for ${String(halfDaysInYear / 2)} days in this school year, over the ${String(limit)} up to which ` +
      `${lifeCycleNoun(life) === 'suspension' ? 'a suspension' : 'an exclusion'} can be cancelled. Only the ${ruleSet.words.governors} can put the pupil back.`
    );
  }
  return undefined;
}

function permanentEndRefusal(life: LifeCase, on: IsoDate): string | undefined {
  const { words } = life.ruleSet;
  const decided = eventOf(life, 'review-decided');
  const reconsidered = eventOf(life, 'reconsidered');
  if (reconsidered !== undefined) return undefined;
  if (eventOf(life, 'review-asked')) {
    if (decided === undefined) return `The ${words.panel} has not decided yet.`;
    const open = decided.outcome === 'reconsider' || decided.outcome === 'quashed';
    return open ? `The ${words.decisionBody} has not looked at it again yet.` : undefined;
  }
  if (stateAfter(life.events) !== 'upheld') return `The ${words.decisionBody} has not decided yet.`;
  if (eventOf(life, 'review-waived')) return undefined;
  if (life.reviewBy === undefined) return 'Record first when the parents were told of the decision.';
  return on > life.reviewBy
    ? undefined
    : `The parents have until ${formatDate(life.reviewBy)} to ask for ${article(words.review)}.`;
}

/** Why a case may not be closed yet. */
export function endRefusal(life: LifeCase, on: IsoDate): string | undefined {
  const state = stateAfter(life.events);
  if (state === 'cancelled' || state === 'withdrawn' || state === 'reinstated') return undefined;
  if (life.kind === 'permanent') return permanentEndRefusal(life, on);
  const superseded = eventOf(life, 'superseded');
  if (superseded === undefined && life.last !== undefined && on < life.last.date) {
    return `It runs to ${formatDate(life.last.date)}.`;
  }
  const must = life.governors?.must;
  const asked = must === 'meet-if-asked' && eventOf(life, 'representations') !== undefined;
  if ((must === 'meet' || asked) && !eventOf(life, 'decision')) {
    return `The ${life.ruleSet.words.decisionBody} has to meet and has not decided yet.`;
  }
  return undefined;
}
