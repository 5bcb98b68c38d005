import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayPlaces } from '#shared/text/provider-words.ts';
import { cancelPlaces } from '../../storage/repositories/place-writes.ts';
import { readPlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { makeStayTasks } from '../stay-tasks.ts';

interface GivingUp {
  /** The places that the change takes away. */
  readonly putOut: readonly ActivePlace[];
  /** The ids that the user saw and gives up. */
  readonly giveUp: readonly string[];
  /** What did not happen, as a sentence begins: "Nothing was saved". */
  readonly notDone: string;
  /** The field at which the refusal is shown. */
  readonly path: string;
  /** What the places' history says. */
  readonly reason: string;
}

/**
 * Cancels the places that a change of a provider takes away, and gives the rows for the audit trail. Refused unless
 * the user gives up exactly these: nobody loses a place whom the user has not seen.
 */
export async function giveUpPlaces(
  db: Db,
  context: Pick<Context, 'clock' | 'newId' | 'session'>,
  { putOut, giveUp, notDone, path, reason }: GivingUp,
): Promise<Result<readonly AuditNote[]>> {
  const wanted = new Set(giveUp);
  const affected = new Set(putOut.map(({ id }) => id));
  if (wanted.size === 0 && putOut.length > 0) {
    return refuse(
      'conflict',
      `${notDone}, because pupils have places that this would take away: ${sayPlaces(putOut)}. Move or cancel these places first, or give them up with the change.`,
      { fields: [{ path, message: 'Pupils have places that this would take away.' }] },
    );
  }
  if (wanted.size !== affected.size || [...wanted].some((id) => !affected.has(id))) {
    const now =
      putOut.length > 0
        ? `This would now take away: ${sayPlaces(putOut)}.`
        : 'This would now take away no place.';
    return refuse(
      'conflict',
      `${notDone}: the places were booked or given up otherwise while you were looking. ${now} Look at them again, then decide.`,
      { fields: [{ path: 'giveUp', message: 'The places that would be given up have changed.' }] },
    );
  }
  if (putOut.length === 0) return { ok: true, value: [] };

  const { clock, session } = context;
  const at = clock.now();
  const before = await readPlaces(db, [...affected]);
  const code = 'provider-closed';
  await cancelPlaces(db, [...affected], { code, reason, by: session.userName, at });
  for (const placementId of new Set(putOut.map((place) => place.placementId))) {
    await makeStayTasks(db, context, placementId);
  }
  await noteBookedEducation(
    db,
    context,
    putOut.flatMap(({ exclusionId }) => exclusionId ?? []),
  );
  return {
    ok: true,
    value: before.map((place) => ({
      subjectType: 'place',
      subjectId: place.id,
      detail: { before: place, state: 'cancelled', code, reason },
    })),
  };
}
