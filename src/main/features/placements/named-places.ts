import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayInstant, sayList, sayShortSession } from '#shared/text/provider-words.ts';
import { readPlaces, type StoredPlace } from '../../storage/repositories/places.ts';
import { providersOfSchool } from '../../storage/repositories/provider-owners.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

/** The places of the ids given, all of them at providers of this school, or a sentence. */
export async function findPlaces(
  db: Db,
  placeIds: readonly string[],
  notDone: string,
): Promise<Result<readonly StoredPlace[]>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const places = await readPlaces(db, placeIds);
  const asked = [...new Set(places.map(({ providerId }) => providerId))];
  const own = await providersOfSchool(db, home.value.school.id, asked);
  if (places.length === new Set(placeIds).size && own.size === asked.length)
    return { ok: true, value: places };
  return refuse('not-found', `${notDone}: a place among these is not in the book. Look at the board again.`);
}

/** The refusal for places that ended before: when, by whom and why. */
export function alreadyEnded(ended: readonly StoredPlace[], notDone: string): Result<never> {
  const sentences = ended.map((place) => {
    const when = place.endedAt === null ? '' : ` on ${sayInstant(place.endedAt)}`;
    const session = sayShortSession(place);
    if (place.state === 'lapsed') return `${session}: the hold has run out.`;
    return `${session}: already cancelled by ${place.endedBy ?? 'somebody'}${when} (${place.endedReason ?? 'no reason given'}).`;
  });
  return refuse('conflict', `${notDone}. ${sentences.join(' ')} Look at the board again.`);
}

/** The refusal for places of which it is marked what came: cancelling them would lose that the pupil was there. */
export function alreadyMarked(marked: readonly StoredPlace[], notDone: string): Result<never> {
  const one = marked.length === 1;
  return refuse(
    'conflict',
    `${notDone}: ${sayList(marked.map(sayShortSession))} ${one ? 'has its' : 'have their'} attendance marked, and what came of a place is kept. If the mark is wrong, take it back first.`,
  );
}
