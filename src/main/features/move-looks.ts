import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { firstDayBack, type ReturnFacts } from '#shared/domain/reintegration/first-day-back.ts';
import { lookDay } from '#shared/domain/reintegration/look-day.ts';
import { LOOK_WEEKS } from '#shared/domain/reintegration/types.ts';
import { readOpenLooks, updateStep } from '../storage/repositories/reintegrations.ts';
import type { Db } from '../storage/store.ts';
import type { CaseFacts } from './case-facts.ts';

/** Cases of one pupil, with what their first days back follow from. */
export interface ReturningPupil {
  readonly exclusionIds: readonly string[];
  readonly index: CaseFacts['index'];
  readonly returns: readonly ReturnFacts[];
}

/**
 * Moves the looks that are still to be taken with the pupils' first days back, inside the transaction of what moved
 * those, and says so at each: `cause` finishes "... because". A day that cannot be worked out (the term dates are not
 * entered, the pupil does not come back) stays as it is. Running it again changes nothing.
 */
export async function moveLooks(db: Db, pupils: readonly ReturningPupil[], cause: string): Promise<void> {
  const open = await readOpenLooks(
    db,
    pupils.flatMap(({ exclusionIds }) => exclusionIds),
  );
  for (const step of open) {
    const pupil = pupils.find(({ exclusionIds }) => exclusionIds.includes(step.exclusionId));
    const { kind } = step;
    if (pupil === undefined || (kind !== 'one-week' && kind !== 'four-weeks')) continue;
    const back = firstDayBack(step.exclusionId, pupil.returns);
    const dueOn = back && lookDay(pupil.index, back, LOOK_WEEKS[kind]);
    if (dueOn === undefined || dueOn === step.dueOn) continue;
    const detail = `Moved from ${formatDate(step.dueOn)} because ${cause}.`;
    await updateStep(db, step, { dueOn, detail });
  }
}
