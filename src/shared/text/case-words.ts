import { formatDate, formatSession } from '../domain/calendar/format-date.ts';
import type { CaseEvent, CaseEventType, RuleSet } from '../domain/duties/types.ts';
import type { ChainLink, ExclusionState } from '../domain/exclusions/types.ts';
import { assertNever } from '../kernel/assert-never.ts';

type Words = Pick<RuleSet, 'words'>;

/** The state of a case, with its day where one is known: "issued", "cancelled on Mon 9 June 2025". */
export function stateText(state: ExclusionState, on: string | undefined, { words }: Words): string {
  const when = on === undefined ? '' : ` on ${formatDate(on)}`;
  switch (state) {
    case 'draft':
    case 'issued':
      return state;
    case 'upheld':
      return `upheld by the ${words.decisionBody}${when}`;
    case 'reinstated':
      return `pupil reinstated${when}`;
    case 'overturned':
      return `overturned by the ${words.panel}${when}`;
    case 'cancelled':
    case 'withdrawn':
      return `${state}${when}`;
    case 'ended':
      return `closed${when}`;
    default:
      return assertNever(state);
  }
}

/** What an outcome is called when one is chosen. */
export function outcomeLabel(outcome: string, { words }: Words): string {
  const labels: Readonly<Record<string, string>> = {
    upheld: 'Upheld',
    reinstated: 'Pupil reinstated',
    considered: 'Representations considered; there was no power to reinstate',
    'by-hand': 'By hand',
    post: 'By first-class post',
    'not-practical': 'Reinstatement would have been right but is not practical',
    reconsider: `Recommended that the ${words.decisionBody} looks at it again`,
    quashed: `Quashed; the ${words.decisionBody} must look at it again`,
  };
  return labels[outcome] ?? outcome;
}

const review = ({ words }: Words): string => (words.review === 'appeal' ? 'an appeal' : 'a review');

/** What the button for an event says. */
export function stepLabel(event: CaseEventType, ruleSet: Words): string {
  const { words } = ruleSet;
  switch (event) {
    case 'representations':
      return 'The parents made representations or asked for a meeting';
    case 'meeting-set':
      return `Set a meeting of the ${words.governors}`;
    case 'meeting-begun':
      return 'The meeting began';
    case 'decision':
      return `The ${words.decisionBody} decided`;
    case 'decision-told':
      return 'The parents were told of the decision';
    case 'review-asked':
      return `The parents asked for ${review(ruleSet)}`;
    case 'review-waived':
      return `The parents want no ${words.review}`;
    case 'review-decided':
      return `The ${words.panel} decided`;
    case 'reconsidered':
      return `The ${words.decisionBody} looked at it again`;
    case 'cancelled':
      return 'Cancel it';
    case 'withdrawn':
      return 'Withdraw it';
    case 'superseded':
      return 'Another one took over';
    case 'returned':
      return 'The pupil is back';
    case 'ended':
      return 'Close the case';
    default:
      return assertNever(event);
  }
}

const OUTCOME_PARTS: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  reinstated: 'the pupil is reinstated',
  considered: 'representations considered',
  'not-practical': 'reinstatement would have been right but is not practical',
  reconsider: 'to be looked at again',
  quashed: 'quashed, to be looked at again',
};

/** What happened, with its day: "The governing board decided on Mon 9 June 2025: upheld". */
export function eventText({ type, on, slot, outcome, back }: Omit<CaseEvent, 'id'>, ruleSet: Words): string {
  const { words } = ruleSet;
  const day = formatDate(on);
  const session = slot === undefined ? day : `${day} ${slot}`;
  const from = back === undefined ? '' : `back from ${formatSession(back)}`;
  const came = outcome === undefined ? '' : `: ${OUTCOME_PARTS[outcome] ?? outcome}${from && `, ${from}`}`;
  switch (type) {
    case 'meeting-set':
      return `A meeting of the ${words.governors} is set for ${day}`;
    case 'decision-told': {
      const how = outcome === 'post' ? ', by first-class post' : outcome === 'by-hand' ? ', by hand' : '';
      return `The parents were told of the decision on ${day}${how}`;
    }
    case 'review-waived':
      return `The parents said on ${day} that they want no ${words.review}`;
    case 'cancelled':
    case 'withdrawn':
      return `${type === 'cancelled' ? 'Cancelled' : 'Withdrawn'} on ${day}${from && `; ${from}`}`;
    case 'superseded':
      return `Another one took over from ${session}`;
    case 'returned':
      return `The pupil was back on ${session}`;
    case 'ended':
      return `The case was closed on ${day}`;
    case 'representations':
    case 'meeting-begun':
    case 'decision':
    case 'review-asked':
    case 'review-decided':
    case 'reconsidered':
      return `${stepLabel(type, ruleSet)} on ${day}${came}`;
    default:
      return assertNever(type);
  }
}

/** What the way to chain another exclusion to a case is called. */
export function chainLabel(as: ChainLink, { words }: Words): string {
  const noun = words.exclusion;
  const further = `A further ${noun} straight after it`;
  return { further, extension: `Make this ${noun} longer`, conversion: `Make this ${noun} permanent` }[as];
}
