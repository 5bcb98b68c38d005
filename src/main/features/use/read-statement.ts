import { directionOf } from '#shared/domain/use/balance.ts';
import { refuse } from '#shared/kernel/result.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readReciprocalPlaces, readSchoolNames } from '../../storage/repositories/place-use.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readCalendar } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { partnersOf } from './partners-of.ts';

/**
 * Every stay lent to or borrowed from one partner school in a school year, with initials only: the sheet goes to
 * another school.
 */
export const readStatement: Handler<'use.statement'> = ({ read }, { schoolId: partnerId, schoolYear }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school } = home.value;
    const partnerName = (await readSchoolNames(db)).get(partnerId);
    const all = await readReciprocalPlaces(db);
    const partner = partnersOf(await readProviders(db, { schoolId: school.id }), all).find(
      (one) => one.schoolId === partnerId,
    );
    if (partnerName === undefined || partner === undefined) {
      return refuse('not-found', 'There is no reciprocal arrangement with this school on record.');
    }
    const { terms } = await readCalendar(db, school.id, schoolYear);
    const lines = terms.flatMap(({ name, from, to }) => {
      const inTerm = all.flatMap((place) => {
        const direction = directionOf(place, partner);
        return direction !== undefined && from <= place.date && place.date <= to
          ? [{ ...place, direction }]
          : [];
      });
      return [...groupRows(inTerm, ({ placementId }) => placementId).values()].flatMap((places) => {
        const [first] = places;
        if (first === undefined) return [];
        return [
          {
            direction: first.direction,
            term: name,
            initials: `${first.forename.slice(0, 1)}${first.surname.slice(0, 1)}`,
            providerName: first.providerName,
            from: first.date,
            to: places.at(-1)?.date ?? first.date,
            sessions: places.length,
          },
        ];
      });
    });
    const sum = (direction: 'lent' | 'borrowed') =>
      lines
        .filter((line) => line.direction === direction)
        .reduce((total, { sessions }) => total + sessions, 0);
    return {
      ok: true,
      value: {
        schoolName: partnerName,
        ourName: school.name,
        lines,
        lent: sum('lent'),
        borrowed: sum('borrowed'),
      },
    };
  });
