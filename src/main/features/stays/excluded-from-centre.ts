import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { cancelPlaces, recodeEnded } from '../../storage/repositories/place-writes.ts';
import { readActivePlaces, readPlaces, type StoredPlace } from '../../storage/repositories/places.ts';
import { readStayPlaces, readStays, type StayPlace } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import type { MarkAsked } from './find-marked.ts';

interface Ended {
  readonly place: StoredPlace;
  readonly reason: string;
}

const CODE = 'excluded-from-centre';

const reasonFor = (marked: StayPlace): string => `Excluded from the centre on ${sayShortSession(marked)}`;

/**
 * Gives up what comes after an exclusion from the centre and is not marked: all that is booked there for the same
 * exclusion, in however many runs.
 */
export async function giveUpRest(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  asked: readonly MarkAsked[],
): Promise<readonly Ended[]> {
  const givenUp: Ended[] = [];
  for (const { place: marked, mark } of asked) {
    if (mark.outcome !== CODE) continue;
    const { pupilId, providerId, date } = marked;
    const there = await readActivePlaces(db, clock.now(), { pupilIds: [pupilId], providerId, from: date });
    const rest = there.filter(
      (place) => isOfSame(marked, place) && place.outcome === null && sessionKey(place) > sessionKey(marked),
    );
    if (rest.length === 0) continue;
    const ids = rest.map(({ id }) => id);
    const before = await readPlaces(db, ids);
    const reason = `${reasonFor(marked)}${mark.note ? `: ${mark.note}` : ''}`;
    await cancelPlaces(db, ids, { code: CODE, reason, by: session.userName, at: clock.now() });
    givenUp.push(...before.map((place) => ({ place, reason })));
  }
  return givenUp;
}

/**
 * Where it turns out that a pupil was not excluded from the centre, the places that were given up for it must not say
 * so any longer. They stay given up: others may have them by now.
 */
export async function correctGivenUp(db: Db, asked: readonly MarkAsked[]): Promise<readonly Ended[]> {
  const home = await homeSchool(db);
  if (!home.ok) return [];
  const corrected: Ended[] = [];
  for (const { place: marked, mark } of asked) {
    if (marked.outcome !== CODE || mark.outcome === CODE) continue;
    const { pupilId, providerId } = marked;
    const stays = await readStays(db, home.value.school.id, { pupilId, providerId });
    const all = await readStayPlaces(
      db,
      stays.map(({ id }) => id),
    );
    const wrong = all.filter(
      (place) =>
        isOfSame(marked, place) &&
        place.state === 'cancelled' &&
        place.endedCode === CODE &&
        place.endedReason?.startsWith(reasonFor(marked)) === true,
    );
    if (wrong.length === 0) continue;
    const reason = `Given up by a mark of ${sayShortSession(marked)} that was corrected`;
    await recodeEnded(
      db,
      wrong.map(({ id }) => id),
      { code: 'other', reason },
    );
    corrected.push(...wrong.map((place) => ({ place, reason })));
  }
  return corrected;
}

/** Runs for one exclusion are one visit to the centre; a pupil who is not excluded by us has the one stay. */
function isOfSame(
  marked: StayPlace,
  place: { readonly exclusionId: string | null; readonly placementId: string },
): boolean {
  return marked.exclusionId === null
    ? place.placementId === marked.placementId
    : place.exclusionId === marked.exclusionId;
}
