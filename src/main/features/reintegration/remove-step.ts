import { deleteStep } from '../../storage/repositories/reintegrations.ts';
import type { Handler } from '../context.ts';
import { openStep } from './open-step.ts';

/** Takes away something that was to follow a return, or was noted as done by mistake; the audit trail keeps it. */
export const removeStep: Handler<'reintegration.remove-step'> = (context, { reason, ...input }) =>
  context.change(async (db) => {
    const found = await openStep(db, context, input);
    if (!found.ok) return found;
    const { step, opened } = found.value;
    await deleteStep(db, step.id);
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'exclusion',
          subjectId: step.exclusionId,
          detail: { title: opened.title, reason, step: { before: step, after: null } },
        },
      },
    };
  });
