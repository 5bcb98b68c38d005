import { orderEvents } from '../duties/order-events.ts';
import type { CaseEvent } from '../duties/types.ts';
import type { ExclusionState } from './types.ts';

/** What an outcome makes of a case; outcomes without an entry leave the state as it is. */
const BY_OUTCOME: Readonly<Record<string, ExclusionState>> = {
  upheld: 'upheld',
  reinstated: 'reinstated',
  quashed: 'overturned',
  'not-practical': 'overturned',
};

function step(state: ExclusionState, { type, outcome = '' }: CaseEvent): ExclusionState {
  switch (type) {
    case 'decision':
    case 'review-decided':
    case 'reconsidered':
      return BY_OUTCOME[outcome] ?? state;
    case 'cancelled':
    case 'withdrawn':
    case 'ended':
      return type;
    case 'representations':
    case 'meeting-set':
    case 'meeting-begun':
    case 'decision-told':
    case 'review-asked':
    case 'review-waived':
    case 'superseded':
    case 'returned':
      return state;
  }
}

/**
 * The state of an issued case after its events, whatever order they come in; leave out those that were struck out.
 * Governors who considered representations without a power to reinstate leave it `issued`, and so does another
 * exclusion that takes over: the first still stands, and what is owed for it too.
 */
export function stateAfter(events: readonly CaseEvent[]): ExclusionState {
  return orderEvents(events).reduce(step, 'issued');
}
