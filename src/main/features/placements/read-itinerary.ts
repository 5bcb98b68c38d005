import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { loadCase } from '../load-case.ts';

/**
 * Where one excluded pupil is taught, session by session. A place in a session that the exclusion no longer takes
 * (the school has closed since) is shown too, so that it can be cancelled; it has the day before it.
 */
export const readItinerary: Handler<'places.itinerary'> = ({ read, clock }, { exclusionId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const loaded = await loadCase(db, schoolId, exclusionId);
    if (!loaded.ok) return loaded;
    const { exclusion, toCover } = loaded.value;
    const places = await readActivePlaces(db, clock.now(), { exclusionIds: [exclusionId] });
    const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
    const placeAt = groupRows(places, sessionKey);
    const known = new Set(toCover.map(sessionKey));
    const stray = places
      .filter((place) => !known.has(sessionKey(place)))
      .map(({ date, slot }) => ({
        date,
        slot,
        day: Math.max(1, toCover.findLast((one) => one.date <= date)?.day ?? 1),
      }));
    const sessions = [...toCover, ...stray]
      .toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1))
      .map((session) => {
        const place = placeAt.get(sessionKey(session))?.[0];
        const provider = place && providers.get(place.providerId);
        if (!place || !provider) return { ...session, standing: 'uncovered' as const, words: 'No place yet' };
        const { id, state, heldUntil } = place;
        return {
          ...session,
          place: {
            placeId: id,
            placementId: place.placementId,
            providerId: provider.id,
            providerName: provider.name,
            providerKind: provider.kind,
            state,
            ...(heldUntil === undefined ? {} : { heldUntil }),
          },
          standing: state,
          words: state === 'held' ? 'Held' : 'Booked',
        };
      });
    const without = sessions.filter((session) => !('place' in session));
    const uncovered = without.filter(({ date }) => date >= clock.today()).length;
    return {
      ok: true,
      value: {
        exclusionId,
        pupilId: exclusion.pupilId,
        name: exclusion.name,
        ...(exclusion.form === null ? {} : { form: exclusion.form }),
        title: exclusionTitle(exclusion),
        sessions,
        uncovered,
        missed: without.length - uncovered,
        hours: [],
      },
    };
  });
