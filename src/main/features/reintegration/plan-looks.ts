import { firstDayBack } from '#shared/domain/reintegration/first-day-back.ts';
import { lookDay } from '#shared/domain/reintegration/look-day.ts';
import { LOOK_WEEKS, type LookKind } from '#shared/domain/reintegration/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  insertStep,
  readOpenLooks,
  readSteps,
  updateStep,
  type ReintegrationStep,
} from '../../storage/repositories/reintegrations.ts';
import { countedExclusions } from '../../storage/repositories/exclusion-history.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { readReturnFacts } from '../return-days.ts';
import { openReturnToWrite, type OpenReturn } from './open-return.ts';

const LOOKS: readonly LookKind[] = ['one-week', 'four-weeks'];

/**
 * Names who looks in after one and four school weeks: makes both looks, or gives those that are still to be taken to
 * somebody else.
 */
export const planLooks: Handler<'reintegration.plan-looks'> = (context, { exclusionId, who }) =>
  context.change(async (db) => {
    const opened = await openReturnToWrite(db, context, exclusionId);
    if (!opened.ok) return opened;
    const { facts, firstDayBack: back, title } = opened.value;
    if (back === undefined) {
      return refuse(
        'refused',
        'The first day back is not known yet, so there is no day to count from. Enter the term dates in the school calendar. Nothing was changed.',
      );
    }
    const there = await readSteps(db, exclusionId);
    const open = there.filter(({ kind, doneOn }) => doneOn === null && LOOKS.some((look) => look === kind));
    const missing = LOOKS.filter((kind) => !there.some((step) => step.kind === kind));
    const other = missing.length === 0 ? undefined : await plannedWith(db, facts, exclusionId, back);
    if (other !== undefined) {
      return refuse(
        'conflict',
        `The pupil comes back from this and from another exclusion on one day, and the looks are planned there: ${other}. Nothing was changed.`,
      );
    }
    if (open.length + missing.length === 0) {
      return refuse('conflict', 'Both looks were taken already. Nothing was changed.');
    }
    for (const step of open) await updateStep(db, step, { who });
    const made = missing.map((kind): ReintegrationStep => {
      const counted = lookDay(facts.index, back, LOOK_WEEKS[kind]);
      return {
        id: context.newId(),
        exclusionId,
        kind,
        who,
        fromDate: null,
        dueOn: counted ?? addDays(back, 7 * LOOK_WEEKS[kind]),
        detail:
          counted === undefined
            ? 'Counted in plain weeks: the term dates are not entered so far. It moves when they are.'
            : null,
        doneOn: null,
        outcome: null,
        version: 1,
      };
    });
    for (const step of made) await insertStep(db, step);
    const detail = {
      title,
      looks: { before: open, after: [...open.map((step) => ({ ...step, who })), ...made] },
    };
    return {
      ok: true,
      value: {
        value: { days: [...open, ...made].map(({ dueOn }) => dueOn).toSorted() },
        audit: { subjectType: 'exclusion', subjectId: exclusionId, detail },
      },
    };
  });

/** Another case from which the pupil comes back on the same day, in which looks are to be taken: one return has them once. */
async function plannedWith(
  db: Db,
  facts: OpenReturn['facts'],
  exclusionId: string,
  day: IsoDate,
): Promise<string | undefined> {
  const returns = await readReturnFacts(db, facts);
  const others = countedExclusions(facts.issued).filter(
    ({ id }) => id !== exclusionId && firstDayBack(id, returns) === day,
  );
  const looks = await readOpenLooks(
    db,
    others.map(({ id }) => id),
  );
  return others.find(({ id }) => looks.some((step) => step.exclusionId === id))?.title;
}
