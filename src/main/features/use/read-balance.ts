import { termBalance } from '#shared/domain/use/balance.ts';
import { readReciprocalPlaces, readSchoolNames } from '../../storage/repositories/place-use.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readCalendar } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { partnersOf } from './partners-of.ts';

/** Sessions lent to and borrowed from every school we have a reciprocal arrangement with, or have hosted for. */
export const readBalance: Handler<'use.balance'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const { terms } = await readCalendar(db, schoolId);
    const places = await readReciprocalPlaces(db);
    const names = await readSchoolNames(db);
    const partners = partnersOf(await readProviders(db, { schoolId }), places)
      .map((partner) => {
        const balance = termBalance(places, partner, terms);
        return {
          schoolId: partner.schoolId,
          schoolName: names.get(partner.schoolId) ?? 'Another school',
          terms: [...balance],
          lent: balance.reduce((sum, { lent }) => sum + lent, 0),
          borrowed: balance.reduce((sum, { borrowed }) => sum + borrowed, 0),
        };
      })
      .toSorted((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB'));
    return { ok: true, value: { partners } };
  });
