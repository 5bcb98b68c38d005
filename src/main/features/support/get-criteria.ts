import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** What puts pupils at risk here, and how the school works with its register. */
export const getCriteria: Handler<'support.criteria'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { categories, criteria, procedure, ...more } = await readCriteria(db, home.value.school.id);
    return {
      ok: true,
      value: {
        ...more,
        categories: [...categories],
        criteria: [...criteria],
        procedure: { ...procedure, factors: [...procedure.factors] },
      },
    };
  });
