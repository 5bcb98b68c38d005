import { RETURN_RULES } from '#shared/domain/returns/rules.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import {
  findExplanation,
  removeExplanation,
  writeExplanation,
} from '../../storage/repositories/return-explanations.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Keeps why a query may stand, in place of what was said before, or takes it back. Errors cannot be explained away. */
export const explainQuery: Handler<'returns.explain'> = (context, { exclusionId, rule, explanation }) => {
  const { change, clock, session } = context;
  return change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    if (!(await readExclusion(db, home.value.school.id, exclusionId))) {
      return refuse('not-found', 'That exclusion is not here any more. Nothing was changed.');
    }
    if (!Object.values(RETURN_RULES).some(({ id, severity }) => id === rule && severity === 'query')) {
      return refuse('invalid-input', 'Only a query can be explained; an error is put right.', {
        fields: [{ path: 'rule', message: `${rule} is not the number of a query.` }],
      });
    }
    const before = await findExplanation(db, exclusionId, rule);
    if (explanation === null) await removeExplanation(db, exclusionId, rule);
    else {
      await writeExplanation(db, {
        exclusionId,
        rule,
        explanation,
        explainedBy: session.userName,
        explainedAt: clock.now(),
      });
    }
    const detail = { rule, before: before?.explanation ?? null, after: explanation };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'exclusion', subjectId: exclusionId, detail } },
    };
  });
};
