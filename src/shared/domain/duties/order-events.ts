import { CASE_EVENT_TYPES, type CaseEvent } from './types.ts';

const rank = (event: CaseEvent): string => String(CASE_EVENT_TYPES.indexOf(event.type)).padStart(2, '0');

/** A text that sorts events by the day they happened, and on one day as a case runs, whatever order they came in. */
const keyOf = (event: CaseEvent): string =>
  [event.on, rank(event), event.slot ?? '', event.outcome ?? '', event.id].join(' ');

/**
 * The events of a case in the order in which they happened. Two of one day follow the course of a case (set, begun,
 * decided, told ...), so that the order of recording never matters.
 */
export function orderEvents(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
