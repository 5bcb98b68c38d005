import { cameBack } from '#shared/domain/support/came-back.ts';
import type { ReferralState } from '#shared/domain/support/types.ts';
import { readReferrals } from '../../storage/repositories/referrals.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewReferrals } from '../referral-views.ts';

const OPEN: ReadonlySet<ReferralState> = new Set(['sent', 'accepted']);

/** Referrals, and how many wait for an answer or came back. */
export const listReferrals: Handler<'referrals.list'> = ({ read }, { state }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const rows = await readReferrals(db, home.value.school.id);
    const returned = cameBack(rows);
    const back = new Set(returned.map(({ id }) => id));
    // One that was made again is over: what became of it is said of the new one.
    const shown = viewReferrals(rows).filter((one) => {
      if (state === 'all') return true;
      if (state === 'open') return OPEN.has(one.state);
      return state === 'returned' ? back.has(one.id) : !OPEN.has(one.state) && !back.has(one.id);
    });
    return {
      ok: true,
      value: {
        referrals: shown,
        waiting: rows.filter((one) => one.state === 'sent').length,
        returned: returned.length,
      },
    };
  });
