import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { stopOf } from '#shared/domain/duties/stop-of.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { readPlacesFrom, writeCaseStand } from '../../storage/repositories/case-writes.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import { cancelPlaces } from '../../storage/repositories/place-writes.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';

/**
 * The first session that events give back; undefined when the exclusion ran, or runs, to its end. Independent of the
 * order of recording.
 */
function firstStop(
  { decided }: Pick<IssuedExclusion, 'decided'>,
  events: readonly CaseEvent[],
): Session | undefined {
  const stops = events.map(stopOf).filter((one) => one !== undefined);
  const [first] = stops.toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  if (first === undefined || decided.end === undefined) return first;
  return sessionKey(first) <= sessionKey(decided.end) ? first : undefined;
}

/** Where a case stands, as the audit trail keeps it. */
interface Stand {
  readonly state: ExclusionState;
  readonly version: number;
  /** The first session given back; missing when nothing is. */
  readonly stopped?: Session;
}

/**
 * Writes where a case stands after its events: its state, the half days given back, and the places that the pupil no
 * longer needs, which are freed for `why` and stay as history. Gives the audit notes of the places, and the stand
 * for the note of what moved it: with that the trail alone tells where the case stood.
 */
export async function moveCase(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  exclusion: IssuedExclusion,
  { state, events, why }: { state: ExclusionState; events: readonly CaseEvent[]; why: string },
): Promise<{ readonly stand: Stand; readonly freed: readonly AuditNote[] }> {
  const stopped = firstStop(exclusion, events);
  await writeCaseStand(db, exclusion, { state, stopped });
  const stand = { state, version: exclusion.version + 1, ...(stopped === undefined ? {} : { stopped }) };
  if (stopped === undefined) return { stand, freed: [] };
  const ids = await readPlacesFrom(db, exclusion.id, stopped);
  if (ids.length === 0) return { stand, freed: [] };
  await cancelPlaces(db, ids, {
    code: 'exclusion-ended',
    reason: why,
    by: session.userName,
    at: clock.now(),
  });
  const detail = { title: exclusion.title, freedPlaces: ids, from: stopped, reason: why };
  return { stand, freed: [{ subjectType: 'exclusion', subjectId: exclusion.id, detail }] };
}
