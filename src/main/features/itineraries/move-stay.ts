import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { refuse } from '#shared/kernel/result.ts';
import { cancelPlaces, lapseHolds, raiseVersion } from '../../storage/repositories/place-writes.ts';
import type { Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { inRace } from '../in-race.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { bookRun } from '../place-run.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { openComing, saySessionsOf } from './open-coming.ts';

const NOT_DONE = 'Nothing was moved';

/**
 * Moves coming sessions of a stay to another provider in one step: the old places are given up and a new stay, which
 * knows where it came from, is booked (or held, while all of the old one was). When the new provider refuses, the old
 * places stay. The exclusion stays as it is.
 */
export const moveStay: Handler<'places.move-stay'> = (context, input) => {
  const attempt = () =>
    context.change<OperationOutput<'places.move-stay'>>(async (db) => {
      const { clock, session } = context;
      const now = clock.now();
      const lapsed = await lapseHolds(db, now);
      const opened = await openComing(db, context, input, NOT_DONE);
      if (!opened.ok) return opened;
      const { stay, whom, coming, held } = opened.value;
      if (input.providerId === stay.providerId) {
        return refuse(
          'conflict',
          `${NOT_DONE}: the stay is at ${stay.providerName} already. Choose another provider.`,
        );
      }
      const asked = new Set((input.sessions ?? coming).map(sessionKey));
      const moved = coming.filter((place) => asked.has(sessionKey(place)));
      const known = new Set(coming.map(sessionKey));
      const strange = (input.sessions ?? []).filter((one) => !known.has(sessionKey(one)));
      if (strange.length > 0) {
        return refuse(
          'conflict',
          `${NOT_DONE}: ${saySessionsOf(strange)} ${strange.length === 1 ? 'is' : 'are'} not among the sessions to come of this stay.`,
        );
      }
      const old = moved.map(({ id }) => id);
      const { reason, escorts, override, providerId } = input;
      await cancelPlaces(db, old, { code: 'moved', reason, by: session.userName, at: now });
      const sessions = moved.map(({ date, slot }) => ({ date, slot }));
      const done = await bookRun(db, context, {
        for: whom,
        providerId,
        sessions,
        hold: held,
        escorts,
        override,
        movedFromId: stay.id,
        notDone: NOT_DONE,
      });
      if (!done.ok) return done;
      const { placementId, placeIds, audit } = done.value;
      await raiseVersion(db, stay.id, stay.version);
      await makeStayTasks(db, context, stay.id);
      if (stay.exclusionId !== null) await noteBookedEducation(db, context, [stay.exclusionId]);
      return {
        ok: true,
        value: {
          value: { placementId, placeIds: [...placeIds] },
          audit: [
            ...lapseNotes(lapsed),
            ...audit,
            {
              subjectType: 'placement',
              subjectId: stay.id,
              detail: { moved: { sessions, places: old, to: placementId, providerId, reason } },
            },
          ],
        },
      };
    });

  return inRace(context, attempt, () => Promise.resolve({ ok: true, value: undefined }));
};
