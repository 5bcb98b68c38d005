import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { weekHours } from '#shared/domain/placements/hours.ts';
import type { SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { SessionStanding } from '#shared/domain/placements/types.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { sayStanding } from '#shared/text/standing-words.ts';
import { readEscorts } from '../../storage/repositories/escorts.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { loadCase } from '../load-case.ts';
import { readStandings, type StoodSession } from '../standings.ts';

type ItinerarySession = OperationOutput<'places.itinerary'>['sessions'][number];

/**
 * Where one excluded pupil is taught, session by session, with how each stands. A place in a session that the exclusion
 * no longer takes (the school has closed since) is shown too, so that it can be cancelled; it has the day before it.
 */
export const readItinerary: Handler<'places.itinerary'> = ({ read, clock }, { exclusionId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const loaded = await loadCase(db, schoolId, exclusionId);
    if (!loaded.ok) return loaded;
    const { exclusion, toCover } = loaded.value;
    const active = await readActivePlaces(db, clock.now(), { exclusionIds: [exclusionId] });
    const all = [...toCover, ...strays(toCover, active)].toSorted((a, b) =>
      sessionKey(a) < sessionKey(b) ? -1 : 1,
    );
    const stood = (await readStandings(db, clock, [{ exclusionId, toCover: all }])).get(exclusionId) ?? [];
    const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
    const escorts = new Map(
      (await readEscorts(db, [exclusionId])).map(({ placementId, date, name }) => [
        `${placementId} ${date}`,
        name,
      ]),
    );
    const needed = new Set(toCover.map(sessionKey));
    const without = stood.filter((one) => one.wantsPlace && needed.has(sessionKey(one)));
    const uncovered = without.filter(({ date }) => date >= clock.today()).length;
    return {
      ok: true,
      value: {
        exclusionId,
        pupilId: exclusion.pupilId,
        name: exclusion.name,
        ...(exclusion.form === null ? {} : { form: exclusion.form }),
        title: exclusionTitle(exclusion),
        sessions: stood.map((one) => toSession(one, providers, escorts)),
        uncovered,
        missed: without.length - uncovered,
        hours: weekHours(
          stood
            .filter((one) => needed.has(sessionKey(one)))
            .map((one) => ({
              date: one.date,
              taught: TAUGHT.has(one.standing) ? timesOf(one, providers) : undefined,
            })),
        ).map((week) => ({ ...week })),
      },
    };
  });

/** Standings in which the pupil is, or is to be, at a provider. */
const TAUGHT: ReadonlySet<SessionStanding> = new Set<SessionStanding>([
  'held',
  'booked',
  'not-marked',
  'attended',
]);

/** Places outside the sessions of the exclusion, with the day of the last session before each. */
function strays(
  toCover: readonly SessionToCover[],
  active: readonly { readonly date: string; readonly slot: 'am' | 'pm' }[],
): readonly SessionToCover[] {
  const known = new Set(toCover.map(sessionKey));
  return active
    .filter((place) => !known.has(sessionKey(place)))
    .map(({ date, slot }) => ({
      date,
      slot,
      day: Math.max(1, toCover.findLast((one) => one.date <= date)?.day ?? 1),
    }));
}

function timesOf(
  { place, date, slot }: StoodSession,
  providers: ReadonlyMap<string, StoredProvider>,
): { readonly starts: string; readonly ends: string } | undefined {
  const provider = place && providers.get(place.providerId);
  return provider && providerSessionOn(provider, { date, slot });
}

function toSession(
  stood: StoodSession,
  providers: ReadonlyMap<string, StoredProvider>,
  escorts: ReadonlyMap<string, string>,
): ItinerarySession {
  const { date, slot, day, standing, place } = stood;
  const words = sayStanding({
    standing,
    providerName: place?.providerName,
    heldUntil: place?.heldUntil,
    reason: place?.outcomeReason,
    note: place?.state === 'cancelled' ? place.endedReason : place?.outcomeNote,
    visitor: place?.visitor,
  });
  if (!place || (place.state !== 'held' && place.state !== 'booked')) {
    return { date, slot, day, standing, words };
  }
  const times = timesOf(stood, providers);
  const escort = escorts.get(`${place.placementId} ${date}`);
  return {
    date,
    slot,
    day,
    place: {
      placeId: place.id,
      placementId: place.placementId,
      providerId: place.providerId,
      providerName: place.providerName,
      providerKind: place.kind,
      state: place.state,
      ...(place.state === 'held' && place.heldUntil !== null ? { heldUntil: place.heldUntil } : {}),
      ...(times === undefined ? {} : { starts: times.starts, ends: times.ends }),
      ...(escort === undefined ? {} : { escort }),
    },
    standing,
    words,
  };
}
