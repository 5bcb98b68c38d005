import type { Session } from '#shared/domain/calendar/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { OwnPlace, RefusedSession } from '#shared/domain/placements/types.ts';
import { whyNot } from '#shared/domain/placements/why-not.ts';
import { providerClosureOn, providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';
import { sayRefusal, sayRefusedSessions } from '#shared/text/provider-words.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';
import { loadCase, type Case } from './load-case.ts';

/** Places asked for one exclusion at one provider. */
export interface PlacesWanted {
  readonly exclusionId: string;
  readonly providerId: string;
  readonly sessions: readonly Session[];
  readonly now: string;
  /** What was not done, for the refusal: "Nothing was booked". */
  readonly notDone: string;
}

export interface Granted extends Case {
  readonly provider: StoredProvider;
}

/**
 * Checks every session asked for against every rule and says every reason at once, with who has a full session;
 * `place-full` when a session is full, else `conflict`. The fields are `sessions.N`, as they were asked for.
 */
export async function checkRequest(db: Db, wanted: PlacesWanted): Promise<Result<Granted>> {
  const { exclusionId, providerId, sessions, now, notDone } = wanted;
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const loaded = await loadCase(db, schoolId, exclusionId);
  if (!loaded.ok) return loaded;
  const { exclusion, toCover } = loaded.value;
  if (exclusion.state === 'draft') {
    return refuse('conflict', `${notDone}: the exclusion is still a draft. Issue it first.`);
  }
  if (exclusion.kind === 'lunchtime') {
    return refuse('conflict', `${notDone}: a lunchtime exclusion misses no session, so it needs no place.`);
  }
  const providers = await readProviders(db, { schoolId });
  const provider = providers.find(({ id }) => id === providerId);
  if (!provider) return refuse('not-found', `${notDone}: this provider is not in the list any more.`);
  if (!provider.active) {
    return refuse('conflict', `${notDone}: ${provider.name} is not in use. Choose another provider.`);
  }

  const places = await readActivePlaces(db, now, {
    dates: [...new Set(sessions.map(({ date }) => date))],
    concerning: { providerId, pupilId: exclusion.pupilId },
  });
  const bySession = groupRows(places, sessionKey);
  const coverable = new Set(toCover.map(sessionKey));
  const fields: FieldError[] = [];
  const refused: RefusedSession[] = [];
  sessions.forEach((session, at) => {
    const then = bySession.get(sessionKey(session)) ?? [];
    const refusals = whyNot({
      toCover: coverable.has(sessionKey(session)),
      run: providerSessionOn(provider, session),
      closure: providerClosureOn(provider, session),
      holders: then.filter((place) => place.providerId === providerId),
      own: ownPlace(
        then.find((place) => place.pupilId === exclusion.pupilId),
        providers,
      ),
    });
    if (refusals.length === 0) return;
    refused.push({ ...session, refusals });
    fields.push({ path: `sessions.${String(at)}`, message: refusals.map(sayRefusal).join('; ') });
  });
  if (refused.length === 0) return { ok: true, value: { exclusion, toCover, provider } };
  const full = refused.some(({ refusals }) => refusals.some(({ type }) => type === 'full'));
  return refuse(
    full ? 'place-full' : 'conflict',
    `${notDone} at ${provider.name} for ${exclusion.name}. ${sayRefusedSessions(refused)} Choose other sessions or another provider.`,
    { fields },
  );
}

/** The pupil's place as a reason against a second one. */
export function ownPlace(
  place: ActivePlace | undefined,
  providers: readonly StoredProvider[],
): OwnPlace | undefined {
  if (!place) return undefined;
  const at = providers.find(({ id }) => id === place.providerId);
  return { providerId: place.providerId, providerName: at?.name ?? 'another provider', state: place.state };
}
