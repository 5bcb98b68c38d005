import { listExclusions as readList } from '../../storage/repositories/exclusions.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { exclusionRow } from './exclusion-row.ts';

/** The school's exclusions by state and start, latest start first. */
export const listExclusions: Handler<'exclusions.list'> = ({ read }, filter) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const rows = await readList(db, home.value.school.id, filter);
    return { ok: true, value: { rows: rows.map(exclusionRow) } };
  });
