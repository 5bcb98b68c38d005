import { countOpenReferrals, updateAgency } from '../../storage/repositories/agencies.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openAgency } from './open-agency.ts';

/** Ends an agency: it takes no referrals any more. Those that are open go on, and old ones keep its name. */
export const endAgency: Handler<'referrals.end-agency'> = (context, { agencyId, version }) =>
  context.change<{ readonly open: number }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const notDone = 'The agency was not ended';
    const found = await openAgency(db, home.value.school.id, { agencyId, version }, notDone);
    if (!found.ok) return found;
    const endedOn = context.clock.today();
    await updateAgency(db, agencyId, { endedOn });
    const open = (await countOpenReferrals(db, [agencyId])).get(agencyId) ?? 0;
    const detail = { before: { endedOn: null }, after: { endedOn }, name: found.value.name, open };
    return {
      ok: true,
      value: { value: { open }, audit: { subjectType: 'agency', subjectId: agencyId, detail } },
    };
  });
