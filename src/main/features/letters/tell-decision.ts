import type { NewEvent } from '#shared/domain/exclusions/life-cycle-types.ts';
import { applyEvent } from '#shared/domain/exclusions/life-cycle.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { insertCaseEvent } from '../../storage/repositories/case-events.ts';
import { writeCaseStand } from '../../storage/repositories/case-writes.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { lifeCaseOf } from '../life-case.ts';
import { goesBy } from './goes-by.ts';
import type { LetterCase } from './read-letter-case.ts';

/**
 * The governors' letter is itself the notice of their decision, from which the parents' days for a review count: records
 * that in the case, by hand or as posted. Does nothing when it is recorded already or may not follow.
 */
export async function tellDecision(
  db: Db,
  { clock, newId, session }: Context,
  { exclusion, caseFacts }: LetterCase,
  { sentOn, sentHow, note }: { readonly sentOn: IsoDate; readonly sentHow: string; readonly note: string },
): Promise<void> {
  const issued = caseFacts.issued.find(({ id }) => id === exclusion.id);
  if (issued === undefined) return;
  const outcome = goesBy(sentHow);
  const event: NewEvent = { type: 'decision-told', on: sentOn, outcome };
  const applied = applyEvent(lifeCaseOf(issued, caseFacts, clock.today(), undefined), event);
  if (!applied.ok) return;
  const recording = { note, recordedBy: session.userName, recordedAt: clock.now() };
  await insertCaseEvent(db, { id: newId(), ...event }, { exclusionId: exclusion.id, ...recording });
  await writeCaseStand(db, exclusion, { state: applied.value, stopped: issued.stopped });
}
