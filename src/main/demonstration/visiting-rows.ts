import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { PROVIDER_IDS } from './area-providers.ts';
import { createPlaceBook } from './book-places.ts';
import type { DemonstrationArea, SchoolRecords } from './types.ts';

const GUESTS = 6;
const SINCE_DAYS = 200;
/** Days ahead that a guest may still come. */
const AHEAD_DAYS = 10;

/** Pupils of the partner school whom the home school's own unit hosts, with their stays, as rows of the tables. */
export function visitingRows(area: DemonstrationArea, now: string) {
  const { homeSchool, otherSchools, today } = area;
  const partnerEstab = homeSchool.providers.find(({ id }) => id === PROVIDER_IDS.partner)?.partnerLaEstab;
  const partner = otherSchools.find(({ school }) => school.laEstab === partnerEstab);
  if (partner === undefined) return { pupils: [], placements: [], places: [] };
  const schoolId = `demo-school-${partner.school.laEstab}`;
  const book = createPlaceBook(homeSchool.providers);
  for (const { provider, sessions, state } of homeSchool.placements) {
    if (state === 'held' || state === 'booked') book.take(provider, sessions);
  }
  const guests = guestsOf(partner, area).flatMap(({ pupil, sessions }, at) => {
    const open = book.open(PROVIDER_IDS.unit, sessions);
    if (open.length === 0) return [];
    book.take(PROVIDER_IDS.unit, open);
    return [{ id: `demo-guest-${at + 1}`, pupil, sessions: open }];
  });
  const [unit, purpose] = [PROVIDER_IDS.unit, 'visiting' as const];
  return {
    pupils: guests.map(({ id, pupil }) => ({
      id,
      schoolId,
      ...pupil,
      searchText: pupilSearchText(pupil),
      version: 1,
      updatedAt: now,
    })),
    placements: guests.map(({ id, sessions }) => ({
      id: `${id}-stay`,
      exclusionId: null,
      pupilId: id,
      providerId: unit,
      purpose,
      schoolId,
      pupilGroup: 'secondary' as const,
      expectedFrom: sessions[0]?.date ?? today,
      expectedTo: sessions.at(-1)?.date ?? today,
      madeBy: 'Demonstration',
      madeAt: `${sessions[0]?.date ?? today}T08:15:00.000Z`,
      version: 1,
    })),
    places: guests.flatMap(({ id, sessions }) =>
      sessions.map(({ date, slot }, at) => ({
        id: `${id}-${at + 1}`,
        placementId: `${id}-stay`,
        exclusionId: null,
        pupilId: id,
        providerId: unit,
        schoolId,
        date,
        slot,
        state: 'booked' as const,
        ...(date < today
          ? { outcome: 'attended' as const, markedBy: 'Demonstration', markedAt: `${date}T15:30:00.000Z` }
          : {}),
      })),
    ),
  };
}

/** The partner's latest fixed-period exclusions, one a pupil, with their sessions. */
function guestsOf({ pupils, exclusions }: SchoolRecords, { today }: DemonstrationArea) {
  const seen = new Set<number>();
  return exclusions
    .toReversed()
    .flatMap(({ pupil, kind, state, start, sessions }) => {
      const person = pupils[pupil];
      const recent = start.date >= addDays(today, -SINCE_DAYS) && start.date <= addDays(today, AHEAD_DAYS);
      if (!person || kind !== 'fixed-period' || state !== 'issued' || !recent || seen.has(pupil)) return [];
      seen.add(pupil);
      const halves = sessions.flatMap(({ date, slot }): Session[] =>
        slot === 'lunch' ? [] : [{ date, slot }],
      );
      return [{ pupil: person, sessions: halves }];
    })
    .slice(0, GUESTS);
}
