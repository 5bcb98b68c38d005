import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** What puts pupils at risk here. */
export const getCriteria: Handler<'support.criteria'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { version, categories, criteria } = await readCriteria(db, home.value.school.id);
    return { ok: true, value: { version, categories: [...categories], criteria: [...criteria] } };
  });
