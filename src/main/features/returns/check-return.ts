import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn } from './build-return.ts';

const CATEGORY_WORDS = { 'fixed-period': 'SUSP', permanent: 'PERM', lunchtime: 'LNCH' } as const;

/** Every record of a period with its verdict and what is wrong with it. */
export const checkReturn: Handler<'returns.check'> = ({ read }, { period }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { verdicts, counts, document } = await buildReturn(db, home.value.school, period);
    const problems = verdicts.flatMap((verdict) => verdict.problems);
    return {
      ok: true,
      value: {
        counts,
        nil: document.nil,
        errors: problems.filter(({ severity }) => severity === 'error').length,
        queries: problems.filter(({ severity }) => severity === 'query').length,
        records: verdicts.map(({ source: { exclusion, pupil }, verdict, why, problems: found }) => ({
          exclusionId: exclusion.id,
          pupilId: pupil.id,
          name: `${pupil.surname}, ${pupil.forename}`,
          upn: pupil.upn,
          category: CATEGORY_WORDS[exclusion.kind],
          ...(exclusion.startDate === null ? {} : { startDate: exclusion.startDate }),
          ...(exclusion.halfDays === null ? {} : { sessions: exclusion.halfDays }),
          verdict,
          why,
          problems: [...found],
        })),
      },
    };
  });
