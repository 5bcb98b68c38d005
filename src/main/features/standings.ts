import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { sessionStanding, type Stood } from '#shared/domain/placements/session-standing.ts';
import type { SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import {
  readPlacesOfExclusions,
  type PlaceOfExclusion,
} from '../storage/repositories/places-of-exclusions.ts';
import type { Db } from '../storage/store.ts';

/** A session of an exclusion with how it stands; every one has exactly one standing. */
export interface StoodSession extends SessionToCover, Stood<PlaceOfExclusion> {}

/** How the sessions of exclusions stand, by exclusion, in order. One query for every five hundred of them. */
export async function readStandings(
  db: Db,
  clock: Clock,
  cases: readonly { readonly exclusionId: string; readonly toCover: readonly SessionToCover[] }[],
): Promise<ReadonlyMap<string, readonly StoodSession[]>> {
  const places = await readPlacesOfExclusions(
    db,
    cases.map(({ exclusionId }) => exclusionId),
  );
  const at = groupRows(places, (place) => `${place.exclusionId} ${sessionKey(place)}`);
  const when = { today: clock.today(), now: clock.now() };
  return new Map(
    cases.map(({ exclusionId, toCover }) => [
      exclusionId,
      toCover.map((session) => ({
        ...session,
        ...sessionStanding(session.date, at.get(`${exclusionId} ${sessionKey(session)}`) ?? [], when),
      })),
    ]),
  );
}
