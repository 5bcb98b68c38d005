import { mayDo } from '#shared/permissions/roles.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readStayTasks } from '../../storage/repositories/stay-tasks.ts';
import { readStayPlaces, readStays } from '../../storage/repositories/stays.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { ofOwnProviders } from '../own-providers.ts';
import { inForce } from './open-stay.ts';
import { toWhose } from './stay-views.ts';

/** Stays of a pupil, of an exclusion or at a provider: the one that ends last comes first. */
export const listStays: Handler<'stays.list'> = ({ read, clock, session }, filter) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const stays = ofOwnProviders(session, await readStays(db, home.value.school.id, filter));
    const ids = stays.map(({ id }) => id);
    const places = groupRows(await readStayPlaces(db, ids), ({ placementId }) => placementId);
    const tasks = groupRows(await readStayTasks(db, ids), ({ placementId }) => placementId);
    const seesExclusions = mayDo(session.role, 'exclusions.view');
    const now = clock.now();
    const rows = stays.map((stay) => {
      const current = (places.get(stay.id) ?? []).filter((place) => inForce(place, now));
      const owed = (tasks.get(stay.id) ?? []).filter(({ doneOn, dropped }) => doneOn === null && !dropped);
      return {
        ...toWhose(stay),
        ...(stay.exclusionId === null || !seesExclusions ? {} : { exclusionId: stay.exclusionId }),
        purpose: stay.purpose,
        from: current[0]?.date ?? stay.expectedFrom,
        to: current.at(-1)?.date ?? stay.expectedTo,
        sessions: current.length,
        attended: current.filter(({ outcome }) => outcome === 'attended').length,
        open: owed.length,
        cancelled: current.length === 0,
      };
    });
    return { ok: true, value: { stays: rows.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0)) } };
  });
