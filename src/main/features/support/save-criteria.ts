import { criteriaProblems } from '#shared/domain/support/criteria-problems.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readCriteria, writeCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Replaces the criteria. They hold from the next exclusion or figure on; entries keep the reasons they have. */
export const saveCriteria: Handler<'support.save-criteria'> = ({ change, newId }, input) =>
  change<{ readonly version: number }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const before = await readCriteria(db, schoolId);
    if (before.version !== input.version) {
      return refuse(
        'conflict',
        'The criteria were not saved: somebody else has changed them since you opened them. Open them again.',
      );
    }
    const { categories } = input;
    const criteria = input.criteria.map((criterion) => ({ ...criterion, id: criterion.id ?? newId() }));
    const fields = criteriaProblems({ categories, criteria });
    if (fields.length > 0) {
      return refuse('invalid-input', 'The criteria were not saved: some need correcting.', { fields });
    }
    const after = { categories, criteria, version: before.version + 1 };
    await writeCriteria(db, schoolId, after);
    return {
      ok: true,
      value: {
        value: { version: after.version },
        audit: { subjectType: 'at-risk-criteria', subjectId: schoolId, detail: { before, after } },
      },
    };
  });
