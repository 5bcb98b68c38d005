import { writeLunchtimesInReturn } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** The school's switch for lunchtimes in its return: apart from the limits, where they always count as half a day. */
export const includeLunchtimes: Handler<'returns.include-lunchtimes'> = ({ change }, { include }) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school, workspace } = home.value;
    if (workspace.lunchtimesInReturn === include) return { ok: true, value: { value: {}, audit: [] } };
    await writeLunchtimesInReturn(db, include);
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'return-settings',
          subjectId: school.id,
          detail: { before: { lunchtimes: !include }, after: { lunchtimes: include } },
        },
      },
    };
  });
