import { refuse, type Result } from '#shared/kernel/result.ts';
import { readProvider, type StoredProvider } from '../../storage/repositories/providers.ts';
import {
  readStay,
  readStayPlaces,
  type StayPlace,
  type StayRecord,
} from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { UserSession } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { isOwnProvider } from '../own-providers.ts';

/** A stay with its provider and every place it ever had, in order of session. */
export interface OpenStay {
  readonly stay: StayRecord;
  readonly provider: StoredProvider;
  readonly places: readonly StayPlace[];
}

/** A stay at one of our providers (of provider staff: of theirs), or a sentence that begins with what was not done ("Nothing was noted"). */
export async function openStay(
  db: Db,
  session: UserSession,
  placementId: string,
  notDone: string,
): Promise<Result<OpenStay>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const stay = await readStay(db, schoolId, placementId);
  const provider = stay && (await readProvider(db, schoolId, stay.providerId));
  if (!stay || !provider || !isOwnProvider(session, provider.id)) {
    return refuse('not-found', `${notDone}: this stay is not on record. Look at the list of stays again.`);
  }
  return { ok: true, value: { stay, provider, places: await readStayPlaces(db, [placementId]) } };
}

/** The refusal for a stay that others changed since it was read. */
export const changedSince = (notDone: string): Result<never> =>
  refuse(
    'conflict',
    `${notDone}: somebody else has changed this stay since you opened it. Look at it again.`,
  );

/** Neither given up nor run out. `now` is the instant by which a hold may have run out. */
export const inForce = ({ state, heldUntil }: StayPlace, now: string): boolean =>
  state === 'booked' || (state === 'held' && (heldUntil ?? '') > now);
