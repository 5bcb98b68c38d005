import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CaseEvent, CaseEventType } from '../duties/types.ts';
import type { ExclusionState } from './types.ts';

/** The events that can have brought a case into a state; none for the states it is issued or drafted in. */
const BROUGHT_BY: Readonly<Record<ExclusionState, readonly CaseEventType[]>> = {
  draft: [],
  issued: [],
  upheld: ['decision', 'review-decided', 'reconsidered'],
  reinstated: ['decision', 'review-decided', 'reconsidered'],
  overturned: ['review-decided'],
  cancelled: ['cancelled'],
  withdrawn: ['withdrawn'],
  ended: ['ended'],
};

/** Whether the day of a state can be known at all. */
export const hasStateDay = (state: ExclusionState): boolean => BROUGHT_BY[state].length > 0;

/** The day on which a case came into its state: that of the last event that can have brought it there. */
export function stateDay(
  state: ExclusionState,
  events: readonly Pick<CaseEvent, 'type' | 'on'>[],
): IsoDate | undefined {
  const days = events.filter(({ type }) => BROUGHT_BY[state].includes(type)).map(({ on }) => on);
  return days.toSorted().at(-1);
}
