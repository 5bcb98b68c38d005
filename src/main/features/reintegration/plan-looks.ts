import { lookDay } from '#shared/domain/reintegration/look-day.ts';
import { LOOK_WEEKS, type LookKind } from '#shared/domain/reintegration/types.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  insertStep,
  readSteps,
  updateStep,
  type ReintegrationStep,
} from '../../storage/repositories/reintegrations.ts';
import type { Handler } from '../context.ts';
import { openReturnToWrite } from './open-return.ts';

const LOOKS: readonly LookKind[] = ['one-week', 'four-weeks'];

/**
 * Names who looks in after one and four school weeks: makes both looks, or gives those that are still to be taken to
 * somebody else.
 */
export const planLooks: Handler<'reintegration.plan-looks'> = (context, { exclusionId, who }) =>
  context.change(async (db) => {
    const opened = await openReturnToWrite(db, context, exclusionId);
    if (!opened.ok) return opened;
    const { facts, firstDayBack, title } = opened.value;
    if (firstDayBack === undefined) {
      return refuse(
        'refused',
        'The first day back is not known yet, so there is no day to count from. Enter the term dates in the school calendar. Nothing was changed.',
      );
    }
    const there = await readSteps(db, exclusionId);
    const open = there.filter(({ kind, doneOn }) => doneOn === null && LOOKS.some((look) => look === kind));
    const missing = LOOKS.filter((kind) => !there.some((step) => step.kind === kind));
    if (open.length + missing.length === 0) {
      return refuse('conflict', 'Both looks were taken already. Nothing was changed.');
    }
    for (const step of open) await updateStep(db, step, { who });
    const made = missing.map((kind): ReintegrationStep => {
      const counted = lookDay(facts.index, firstDayBack, LOOK_WEEKS[kind]);
      return {
        id: context.newId(),
        exclusionId,
        kind,
        who,
        fromDate: null,
        dueOn: counted ?? addDays(firstDayBack, 7 * LOOK_WEEKS[kind]),
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
