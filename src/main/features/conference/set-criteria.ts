import { sameCriteria } from '#shared/domain/conference/same-criteria.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  readConferenceCriteria,
  writeConferenceCriteria,
} from '../../storage/repositories/conference-criteria.ts';
import type { Handler } from '../context.ts';

/** Replaces the criteria of the authority; the list follows at once. */
export const setConferenceCriteria: Handler<'authority.set-conference-criteria'> = ({ change }, input) =>
  change<{ readonly version: number }>(async (db) => {
    const before = await readConferenceCriteria(db);
    if (before.version !== input.version) {
      return refuse(
        'conflict',
        'The criteria were not saved: somebody else has changed them since you opened them. Open them again.',
      );
    }
    const fields = sameCriteria(input.criteria);
    if (fields.length > 0) {
      return refuse('invalid-input', 'The criteria were not saved: one is in the list twice.', { fields });
    }
    const after = { criteria: input.criteria, version: before.version + 1 };
    await writeConferenceCriteria(db, after);
    return {
      ok: true,
      value: {
        value: { version: after.version },
        audit: { subjectType: 'conference-criteria', subjectId: 'authority', detail: { before, after } },
      },
    };
  });
