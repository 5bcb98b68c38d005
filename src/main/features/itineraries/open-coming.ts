import type { Session } from '#shared/domain/calendar/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayList, sayShortSession } from '#shared/text/provider-words.ts';
import {
  readStay,
  readStayPlaces,
  type StayPlace,
  type StayRecord,
} from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import type { ForWhom } from '../read-booker.ts';

/** A stay with what of it can still be changed. */
export interface ComingStay {
  readonly stay: StayRecord;
  readonly whom: ForWhom;
  /** Active places from today on whose attendance nobody has marked. */
  readonly coming: readonly StayPlace[];
  /** All active places, those that are past or marked among them. */
  readonly active: readonly StayPlace[];
  /** What is added to it is held too, as long as all of it is. */
  readonly held: boolean;
}

/** Opens a stay for a change of its coming sessions; call it after holds that ran out have lapsed. */
export async function openComing(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { placementId, version }: { readonly placementId: string; readonly version: number },
  notDone: string,
): Promise<Result<ComingStay>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const stay = await readStay(db, home.value.school.id, placementId);
  if (!stay) return refuse('not-found', `${notDone}: this stay is not on record. Look at the board again.`);
  if (stay.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed this stay since you opened it. Open it again to see the change, then make yours.`,
    );
  }
  const places = await readStayPlaces(db, [placementId]);
  const active = places.filter(({ state }) => state === 'held' || state === 'booked');
  const coming = active.filter(({ date, outcome }) => date >= clock.today() && outcome === null);
  if (coming.length === 0) {
    return refuse(
      'conflict',
      `${notDone}: ${stay.name} has no sessions to come in this stay at ${stay.providerName}.`,
    );
  }
  const whom = whomOf(stay);
  return {
    ok: true,
    value: { stay, whom, coming, active, held: coming.every(({ state }) => state === 'held') },
  };
}

function whomOf({ exclusionId, schoolId, pupilId, purpose }: StayRecord): ForWhom {
  // A plan of the whole area books for other schools too.
  if (exclusionId !== null) return { exclusionId, schoolId };
  return { pupilId, purpose: purpose === 'visiting' ? 'visiting' : 'respite' };
}

/** "Mon 17 November am and Mon 17 November pm". */
export const saySessionsOf = (sessions: readonly Session[]): string => sayList(sessions.map(sayShortSession));
