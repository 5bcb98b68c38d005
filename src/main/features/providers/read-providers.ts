import { refuse } from '#shared/kernel/result.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { hostOn } from '#shared/domain/providers/host-on.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readOtherSchools } from '../../storage/repositories/other-schools.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readCalendar } from '../../storage/repositories/workspace.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler, UserSession } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { isOwnProvider, ownProviders } from '../own-providers.ts';
import { toCellPupil } from '../to-cell-pupil.ts';
import { knownProvider } from './known-provider.ts';
import { toForm } from './stored-form.ts';

type Got = OperationOutput<'providers.get'>;

/** Every provider, in use or not, with its week and closures. */
export const listProviders: Handler<'providers.list'> = ({ read, session }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const providers = ownProviders(session, await readProviders(db, { schoolId }));
    return {
      ok: true,
      value: {
        providers: providers.map((provider) => ({ ...toForm(provider), closures: [...provider.closures] })),
        schools: await partnersFor(db, session, schoolId),
      },
    };
  });

/** One provider with the places that pupils have there from today on. */
export const getProvider: Handler<'providers.get'> = ({ read, clock, session }, { providerId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const found = await knownProvider(db, providerId);
    if (!found.ok) return found;
    const provider = found.value;
    if (!isOwnProvider(session, provider.id))
      return refuse('not-found', 'This provider is not in the list any more.');
    const today = clock.today();
    const calendar = await readCalendar(db, schoolId);
    // Between terms the host of the next one is who matters.
    const day = calendar.terms.find(({ to }) => to >= today)?.from ?? today;
    const hostNow = hostOn(provider, indexCalendar(calendar), day > today ? day : today);
    const coming = await readActivePlaces(db, clock.now(), { providerId, from: today });
    const value: Got = {
      provider: toForm(provider),
      closures: [...provider.closures],
      adults: [...provider.adults],
      hosts: [...provider.hosts],
      ...(hostNow === undefined ? {} : { hostNow }),
      coming: coming.map(toCellPupil),
      schools: await partnersFor(db, session, schoolId),
      ...(db.shared ? { area: { shared: provider.shared, own: provider.schoolId === schoolId } } : {}),
    };
    return { ok: true, value };
  });

/** Schools that may be chosen as partners: of no use to a provider's staff, and none of their business. */
async function partnersFor(db: Db, { role }: UserSession, schoolId: string) {
  return mayDo(role, 'places.arrange') ? [...(await readOtherSchools(db, schoolId))] : [];
}
