import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { readPlaces } from '../../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import { readStayPlaces, readStays, type StayPlace } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { UserSession } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { isOwnProvider } from '../own-providers.ts';

type Mark = ParsedInput<'stays.mark'>['marks'][number];

/** A mark with the booked place it is for. */
export interface MarkAsked {
  /** Its position in what was sent. */
  readonly at: number;
  readonly mark: Mark;
  readonly place: StayPlace;
  readonly name: string;
  readonly provider: StoredProvider;
}

/** The booked places that marks are for, in the order of the marks; a sentence when one cannot be marked. */
export async function findMarked(
  db: Db,
  session: UserSession,
  marks: readonly Mark[],
  notDone: string,
): Promise<Result<readonly MarkAsked[]>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const ids = marks.map(({ placeId }) => placeId);
  if (new Set(ids).size < ids.length) {
    return refuse('invalid-input', `${notDone}: one place is marked twice. Mark each place once.`);
  }
  const placementIds = (await readPlaces(db, ids)).map(({ placementId }) => placementId);
  const stays = new Map(
    (await readStays(db, schoolId, { ids: placementIds })).map((stay) => [stay.id, stay]),
  );
  const places = new Map((await readStayPlaces(db, [...stays.keys()])).map((place) => [place.id, place]));
  const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
  const asked: MarkAsked[] = [];
  for (const [at, mark] of marks.entries()) {
    const place = places.get(mark.placeId);
    const stay = place && stays.get(place.placementId);
    const provider = place && providers.get(place.providerId);
    if (!place || !stay || !provider || !isOwnProvider(session, provider.id)) {
      return refuse(
        'not-found',
        `${notDone}: a place among these is not in the book. Look at the register again.`,
      );
    }
    if (place.state !== 'booked') {
      const why =
        place.state === 'held'
          ? 'the place is only held. Confirm it first.'
          : 'the place was given up. Look at the register again.';
      return refuse('conflict', `${notDone}. ${stay.name}, ${sayShortSession(place)}: ${why}`);
    }
    asked.push({ at, mark, place, name: stay.name, provider });
  }
  return { ok: true, value: asked };
}
