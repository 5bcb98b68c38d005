import { countOpenReferrals, readAgencies } from '../../storage/repositories/agencies.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { withoutNulls } from '../without-nulls.ts';

/** Whom pupils can be referred to. */
export const listAgencies: Handler<'referrals.agencies'> = ({ read }, { ended }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const rows = await readAgencies(db, home.value.school.id, { ended });
    const open = await countOpenReferrals(
      db,
      rows.map(({ id }) => id),
    );
    return {
      ok: true,
      value: { agencies: rows.map((row) => ({ ...withoutNulls(row), open: open.get(row.id) ?? 0 })) },
    };
  });
