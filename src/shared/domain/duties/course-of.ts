import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { stopOf } from './stop-of.ts';
import { orderEvents } from './order-events.ts';
import type { CaseEvent, DutyCase } from './types.ts';

/** What became of an exclusion: whether it stopped before its end, and by what. */
export interface CaseCourse {
  /** The events in the order in which they happened. */
  readonly events: readonly CaseEvent[];
  /** The case with its last session brought forward to the one before the stop. */
  readonly shortened: DutyCase;
  /** False when it was stopped before it began. */
  readonly wasOut: boolean;
  /** Cancelled or withdrawn, whether or not that shortened it. */
  readonly takenBack: boolean;
  /** Set when it stopped before its end; `stop` is the first session that it no longer takes. */
  readonly stop?: { readonly at: Session; readonly superseded: boolean };
}

const TAKEN_BACK = new Set(['cancelled', 'withdrawn']);

/** Reads the events of a case; independent of the order in which they were recorded. */
export function courseOf(dutyCase: DutyCase): CaseCourse {
  const { exclusion, index } = dutyCase;
  const events = orderEvents(dutyCase.events);
  const stops = events
    .flatMap((event) => {
      const at = stopOf(event);
      return at === undefined ? [] : [{ at, superseded: event.type === 'superseded' }];
    })
    .toSorted((a, b) => (sessionKey(a.at) < sessionKey(b.at) ? -1 : 1));
  const first = stops[0];
  const takenBack = events.some(({ type }) => TAKEN_BACK.has(type));
  const whole = { events, shortened: dutyCase, wasOut: true, takenBack };
  if (first === undefined) return whole;
  const { last } = exclusion;
  if (last !== undefined && sessionKey(last) < sessionKey(first.at)) {
    // It ran to its end; only another one that begins straight after it changes what is owed.
    const back = index.nextSchoolSession(last);
    const joined = first.superseded && back !== undefined && sessionKey(back) === sessionKey(first.at);
    return joined ? { ...whole, stop: first } : whole;
  }
  const before = index
    .sessionsBetween(exclusion.start, first.at)
    .filter((one) => sessionKey(one) < sessionKey(first.at));
  const until = before.at(-1);
  const { last: _, ...open } = exclusion;
  return {
    events,
    shortened: { ...dutyCase, exclusion: until === undefined ? open : { ...open, last: until } },
    wasOut: until !== undefined,
    takenBack,
    stop: first,
  };
}
