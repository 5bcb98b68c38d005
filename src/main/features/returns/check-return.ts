import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn } from './build-return.ts';
import { checkPeriod } from './census-period.ts';
import { CATEGORY } from './return-pupil.ts';

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
    return {
      ok: true,
      value: {
        counts,
        lunchtimes: workspace.lunchtimesInReturn,
        nil: document.nil,
        errors: problems.filter(({ severity }) => severity === 'error').length,
        queries: problems.filter(({ severity }) => severity === 'query').length,
        records: verdicts.map(({ source: { exclusion, pupil }, verdict, why, problems: found }) => ({
          exclusionId: exclusion.id,
          pupilId: pupil.id,
          name: `${pupil.surname}, ${pupil.forename}`,
          upn: pupil.upn,
          category: CATEGORY[exclusion.kind],
          state: exclusion.state,
          ...(exclusion.startDate === null ? {} : { startDate: exclusion.startDate }),
          ...(exclusion.halfDays === null ? {} : { sessions: exclusion.halfDays }),
          verdict,
          why,
          problems: [...found],
        })),
      },
    };
  });
