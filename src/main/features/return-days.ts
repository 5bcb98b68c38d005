import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { ReturnFacts } from '#shared/domain/reintegration/first-day-back.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readDutiesOf } from '../storage/repositories/duties.ts';
import { countedExclusions, type IssuedExclusion } from '../storage/repositories/exclusion-history.ts';
import type { Db } from '../storage/store.ts';
import type { CaseFacts } from './case-facts.ts';

/** The duty whose day is that of the return. */
export const RETURN_DUTY = 'return-to-school';

/** What the first day back after each of a pupil's cases follows from; `dueOf` gives the day of the return as owed. */
export function returnFactsOf(
  issued: readonly IssuedExclusion[],
  events: ReadonlyMap<string, readonly CaseEvent[]>,
  dueOf: (exclusionId: string) => IsoDate | undefined,
): readonly ReturnFacts[] {
  const counted = new Set(countedExclusions(issued).map(({ id }) => id));
  return issued.map(({ id, kind, start }) => ({
    id,
    startsAt: sessionKey(start),
    takesNoDays: kind === 'lunchtime' || !counted.has(id),
    returnedOn: events.get(id)?.findLast(({ type }) => type === 'returned')?.on,
    returnDue: dueOf(id),
  }));
}

/** The same from the duties as they are kept. */
export async function readReturnFacts(
  db: Db,
  { issued, events }: Pick<CaseFacts, 'issued' | 'events'>,
): Promise<readonly ReturnFacts[]> {
  const duties = await readDutiesOf(
    db,
    issued.map(({ id }) => id),
  );
  const due = new Map(
    duties.flatMap(({ exclusionId, key, owed, dueBy }) =>
      key === RETURN_DUTY && owed && dueBy !== null ? [[exclusionId, dueBy]] : [],
    ),
  );
  return returnFactsOf(issued, events, (id) => due.get(id));
}
