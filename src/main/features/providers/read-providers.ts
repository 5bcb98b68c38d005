import { refuse } from '#shared/kernel/result.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProvider, readProviders } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { toCellPupil } from '../to-cell-pupil.ts';
import { toForm } from './stored-form.ts';

/** Every provider, in use or not, with its week and closures. */
export const listProviders: Handler<'providers.list'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const providers = await readProviders(db, { schoolId: home.value.school.id });
    return {
      ok: true,
      value: {
        providers: providers.map((provider) => ({ ...toForm(provider), closures: [...provider.closures] })),
      },
    };
  });

/** One provider with the places that pupils have there from today on. */
export const getProvider: Handler<'providers.get'> = ({ read, clock }, { providerId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const provider = await readProvider(db, home.value.school.id, providerId);
    if (!provider) return refuse('not-found', 'This provider is not in the list any more.');
    const coming = await readActivePlaces(db, clock.now(), { providerId, from: clock.today() });
    return {
      ok: true,
      value: {
        provider: toForm(provider),
        closures: [...provider.closures],
        adults: [...provider.adults],
        hosts: [...provider.hosts],
        coming: coming.map(toCellPupil),
        schools: [],
      },
    };
  });
