import { criteriaKey } from '#shared/domain/support/criteria-key.ts';
import { criteriaProblems } from '#shared/domain/support/criteria-problems.ts';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import { procedureProblems } from '#shared/domain/support/procedure-problems.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { writeCriteriaFile } from '../../exchange/criteria-file.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { gridsOfTerm, gridTerms } from '../../storage/repositories/risk-grids.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { saidCriteria } from './said-criteria.ts';

type Given = ParsedInput<'authority.write-criteria'>['criteria'];

/** Criteria to begin from: those of the program, and each that schools' newest grids go by. */
export const criteriaChoices: Handler<'authority.criteria-choices'> = ({ read }) =>
  read(async (db) => {
    const [latest] = await gridTerms(db);
    const grids = latest === undefined ? [] : await gridsOfTerm(db, latest);
    const sets = [...groupRows(grids, ({ criteria }) => criteriaKey(criteria)).values()].toSorted(
      (a, b) => b.length - a.length,
    );
    const program: GridCriteria = { ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE };
    const own = { name: 'As First Day brings them', schools: 0, criteria: program };
    const choices = sets.flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              name: first.criteria.setBy ?? first.schoolName,
              schools: others.length + 1,
              criteria: first.criteria,
            },
          ],
    );
    return {
      ok: true,
      value: {
        choices: [own, ...choices].map(({ criteria, ...choice }) => ({
          ...choice,
          criteria: asGiven(criteria),
          said: saidCriteria(criteria),
        })),
      },
    };
  });

/** A copy that an answer may hold; who set them is said by its name. */
const asGiven = ({ categories, criteria, procedure }: GridCriteria): Given => ({
  categories: categories.map((one) => ({ ...one })),
  criteria: criteria.map((one) => ({ ...one })),
  procedure: { ...procedure, factors: procedure.factors.map(({ id, kind, name }) => ({ id, kind, name })) },
});

/** Writes criteria and procedure as a file for schools: there a press takes them over, marked as the authority's. */
export const writeCriteria: Handler<'authority.write-criteria'> = async (
  context,
  { criteria, destination },
) => {
  const authority = (await context.read(readWorkspace))?.authority;
  if (!authority)
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  const fields = [...criteriaProblems(criteria), ...procedureProblems(criteria.procedure)];
  if (fields.length > 0)
    return refuse('invalid-input', 'The file was not written: some criteria need correcting.', { fields });
  const madeAt = context.clock.now().slice(0, 19);
  return exportFile(context, {
    destination,
    suggestedName: `${authority.code}-at-risk-criteria-${madeAt.slice(0, 10)}.json`,
    content: writeCriteriaFile({ authority, madeAt, criteria }),
    audit: (fileName) => ({
      subjectType: 'risk-criteria',
      subjectId: authority.code,
      detail: { fileName, criteria },
    }),
  });
};
