import { criteriaProblems } from '#shared/domain/support/criteria-problems.ts';
import { procedureProblems } from '#shared/domain/support/procedure-problems.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readCriteria, writeCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/**
 * Replaces the criteria and the procedure; from then on they are the school's own. They hold from the next exclusion,
 * place or figure on; entries keep the reasons they have and the review day of their present period.
 */
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
    const withId = <T extends { readonly id?: string | undefined }>(one: T) => ({
      ...one,
      id: one.id ?? newId(),
    });
    const criteria = input.criteria.map(withId);
    const procedure =
      input.procedure === undefined
        ? before.procedure
        : { ...input.procedure, factors: input.procedure.factors.map(withId) };
    const fields = [...criteriaProblems({ categories, criteria }), ...procedureProblems(procedure)];
    if (fields.length > 0) {
      return refuse('invalid-input', 'The criteria were not saved: some need correcting.', { fields });
    }
    const after = { categories, criteria, procedure, version: before.version + 1 };
    await writeCriteria(db, schoolId, after);
    return {
      ok: true,
      value: {
        value: { version: after.version },
        audit: { subjectType: 'at-risk-criteria', subjectId: schoolId, detail: { before, after } },
      },
    };
  });
