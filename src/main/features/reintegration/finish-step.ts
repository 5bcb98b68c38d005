import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { updateStep } from '../../storage/repositories/reintegrations.ts';
import type { Handler } from '../context.ts';
import { openStep } from './open-step.ts';

/** Notes what came of something that follows a return. */
export const finishStep: Handler<'reintegration.finish-step'> = (context, input) =>
  context.change(async (db) => {
    const found = await openStep(db, context, input);
    if (!found.ok) return found;
    const { step, opened } = found.value;
    if (step.doneOn !== null) {
      return refuse('conflict', `This was noted as done on ${formatDate(step.doneOn)} already.`);
    }
    const { doneOn, outcome } = input;
    const first = step.fromDate ?? opened.exclusion.startDate ?? doneOn;
    if (doneOn > context.clock.today() || doneOn < first) {
      const message =
        doneOn < first
          ? `Enter a day from ${formatDate(first)} on.`
          : 'This day is in the future. Note it once it is done.';
      return refuse('invalid-input', `${message} Nothing was changed.`, {
        fields: [{ path: 'doneOn', message }],
      });
    }
    await updateStep(db, step, { doneOn, outcome });
    const after = { ...step, doneOn, outcome, version: step.version + 1 };
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'exclusion',
          subjectId: step.exclusionId,
          detail: { title: opened.title, step: { before: step, after } },
        },
      },
    };
  });
