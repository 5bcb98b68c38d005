import type { OperationOutput } from '#shared/contract/contract.ts';
import { readApartPairs } from '../../storage/repositories/keep-apart.ts';
import { readNamesOfAnySchool } from '../../storage/repositories/pupils.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { toCellPupil } from '../to-cell-pupil.ts';
import { readSharedSessions } from './shared-places.ts';

type Pair = OperationOutput<'apart.list'>['pairs'][number];

/** Who is kept apart from whom, and why. */
export const listApart: Handler<'apart.list'> = ({ read, clock }, { pupilId, ended }) =>
  read(async (db) => {
    const pairs = await readApartPairs(db, {
      ...(pupilId === undefined ? {} : { pupilId }),
      ...(ended ? {} : { endsFrom: clock.today() }),
    });
    const names = await readNamesOfAnySchool(
      db,
      pairs.flatMap(({ pupilA, pupilB }) => [pupilA, pupilB]),
    );
    const one = (id: string) => ({ pupilId: id, name: names.get(id) ?? 'A pupil' });
    return {
      ok: true,
      value: {
        pairs: pairs.map(({ id, pupilA, pupilB, reason, fromDate, toDate }): Pair => ({
          id,
          // The pupil who is asked about comes first.
          pupils: pupilB === pupilId ? [one(pupilB), one(pupilA)] : [one(pupilA), one(pupilB)],
          reason,
          from: fromDate,
          ...(toDate === null ? {} : { to: toDate }),
        })),
      },
    };
  });

/** The coming sessions that two pupils share, before they are kept apart. */
export const listShared: Handler<'apart.shared'> = ({ read, clock }, { pupilIds }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const shared = await readSharedSessions(db, clock.now(), pupilIds, { from: clock.today() });
    const providers = await readProviders(db, { schoolId: home.value.school.id });
    const names = new Map(providers.map(({ id, name }) => [id, name]));
    return {
      ok: true,
      value: {
        places: shared.flat().map((place) => ({
          ...toCellPupil(place),
          date: place.date,
          slot: place.slot,
          providerName: names.get(place.providerId) ?? 'another provider',
        })),
      },
    };
  });
