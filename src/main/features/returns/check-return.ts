import type { OperationOutput } from '#shared/contract/contract.ts';
import { RETURN_RULES } from '#shared/domain/returns/rules.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn, type ReturnVerdict } from './build-return.ts';
import type { FoundProblem } from './check-sources.ts';
import { checkPeriod } from './return-period.ts';
import { categoryOf } from './return-pupil.ts';

type Checked = OperationOutput<'returns.check'>['records'][number];

/** Every record of a period with its verdict and what is wrong with it. */
export const checkReturn: Handler<'returns.check'> = ({ read, clock }, input) =>
  read(async (db) => {
    const period = checkPeriod(input.period);
    if (!period.ok) return period;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school, workspace } = home.value;
    const { verdicts, counts, document } = await buildReturn(db, school, period.value, {
      lunchtimes: workspace.lunchtimesInReturn,
      today: clock.today(),
    });
    const problems = verdicts.flatMap((verdict) => verdict.problems);
    const queries = problems.filter(({ severity }) => severity === 'query');
    return {
      ok: true,
      value: {
        period: period.value,
        counts,
        lunchtimes: workspace.lunchtimesInReturn,
        nil: document.nil,
        errors: problems.length - queries.length,
        queries: queries.length,
        explained: queries.filter(({ explanation }) => explanation !== undefined).length,
        records: verdicts.map(checkedRecord),
      },
    };
  });

function checkedRecord(found: ReturnVerdict): Checked {
  const { exclusion, pupil } = found.source;
  return {
    exclusionId: exclusion.id,
    pupilId: pupil.id,
    name: `${pupil.surname}, ${pupil.forename}`,
    upn: pupil.upn,
    category: categoryOf(exclusion),
    state: exclusion.state,
    ...(exclusion.startDate === null ? {} : { startDate: exclusion.startDate }),
    ...(exclusion.halfDays === null ? {} : { sessions: exclusion.halfDays }),
    ...(found.leftOn === undefined ? {} : { leftOn: found.leftOn }),
    ...shownVerdict(found),
  };
}

/** A verdict and its problems as callers see them. */
export const shownVerdict = ({ verdict, rule, why, fix, problems }: ReturnVerdict) => ({
  verdict,
  verdictRule: rule,
  why,
  ...(fix === undefined ? {} : { fix }),
  problems: problems.map(shownProblem),
});

function shownProblem({ severity, rule, check, at, message, explanation }: FoundProblem) {
  const { title, ground } = RETURN_RULES[check];
  return {
    severity,
    rule,
    check,
    title,
    ground,
    at,
    message,
    ...(explanation === undefined ? {} : { explanation }),
  };
}
