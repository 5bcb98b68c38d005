import { cancelPlaces as endPlaces, lapseHolds } from '../../storage/repositories/place-writes.ts';
import type { AuditNote, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { whoWaits } from '../who-waits.ts';
import { alreadyEnded, alreadyMarked, findPlaces } from './named-places.ts';

const NOT_DONE = 'Nothing was cancelled';

/** Cancels places with a reason, all or none; they stay in the history. */
export const cancelPlaces: Handler<'places.cancel'> = (context, { placeIds, code, reason }) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const now = clock.now();
    const lapsed = await lapseHolds(db, now);
    const found = await findPlaces(db, placeIds, NOT_DONE);
    if (!found.ok) return found;
    const ended = found.value.filter(({ state }) => state === 'cancelled' || state === 'lapsed');
    if (ended.length > 0) return alreadyEnded(ended, NOT_DONE);
    const marked = found.value.filter(({ outcome }) => outcome !== null);
    if (marked.length > 0) return alreadyMarked(marked, NOT_DONE);
    await endPlaces(
      db,
      found.value.map(({ id }) => id),
      { code, reason, by: session.userName, at: now },
    );
    await noteBookedEducation(
      db,
      context,
      found.value.flatMap(({ exclusionId }) => exclusionId ?? []),
    );
    for (const placementId of new Set(found.value.map((place) => place.placementId))) {
      await makeStayTasks(db, context, placementId);
    }
    const notes = found.value.map((place): AuditNote => ({
      subjectType: 'place',
      subjectId: place.id,
      detail: { before: place, state: 'cancelled', code, reason },
    }));
    const waiting = (await whoWaits(db, context, found.value)).map(({ exclusionId, name, providerName }) => ({
      exclusionId,
      name,
      providerName,
    }));
    return { ok: true, value: { value: { waiting }, audit: [...lapseNotes(lapsed), ...notes] } };
  });
