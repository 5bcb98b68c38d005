import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import type { Db } from '../../storage/store.ts';

/** One provider session with the places that both pupils have in it. */
export type SharedSession = readonly ActivePlace[];

/**
 * The provider sessions that two pupils share between two days, in order. One of which it is marked what came of either
 * place has been, and nothing of it can be given up.
 */
export async function readSharedSessions(
  db: Db,
  now: string,
  pupilIds: readonly [string, string],
  days: { readonly from: IsoDate; readonly to?: IsoDate | undefined },
): Promise<readonly SharedSession[]> {
  const { from, to } = days;
  const places = await readActivePlaces(db, now, { pupilIds, from, ...(to === undefined ? {} : { to }) });
  const bySession = groupRows(places, (place) => `${place.providerId} ${sessionKey(place)}`);
  return [...bySession.values()].filter(
    (there) => there.length > 1 && there.every(({ outcome }) => outcome === null),
  );
}
