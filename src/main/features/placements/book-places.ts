import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { holdUntil } from '#shared/domain/placements/hold-until.ts';
import { insertPlacement, insertPlaces, lapseHolds } from '../../storage/repositories/place-writes.ts';
import type { Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { checkRequest } from './check-request.ts';
import { inRace } from './in-race.ts';
import { lapseNotes } from './lapse-notes.ts';

/** Books or holds places for one exclusion at one provider: all the sessions or none, in one transaction. */
export const bookPlaces: Handler<'places.book'> = (context, input) => {
  const { clock, newId, session } = context;
  const { exclusionId, providerId, hold } = input;
  const now = clock.now();
  const sessions = [...new Map(input.sessions.map((wanted) => [sessionKey(wanted), wanted])).values()];
  const wanted = {
    exclusionId,
    providerId,
    sessions,
    now,
    notDone: hold ? 'Nothing was held' : 'Nothing was booked',
  };

  const attempt = () =>
    context.change<OperationOutput<'places.book'>>(async (db) => {
      const lapsed = await lapseHolds(db, now);
      const granted = await checkRequest(db, wanted);
      if (!granted.ok) return granted;
      const { exclusion, provider } = granted.value;
      const heldUntil = hold ? holdUntil(now) : undefined;
      const { pupilId, schoolId, group } = exclusion;
      const placement = { id: newId(), exclusionId, pupilId, providerId, schoolId };
      const days = sessions.map(({ date }) => date).toSorted();
      const places = sessions.map(({ date, slot }) => ({ id: newId(), date, slot }));
      await insertPlacement(db, {
        ...placement,
        purpose: 'exclusion',
        pupilGroup: group,
        expectedFrom: days[0] ?? '',
        expectedTo: days.at(-1) ?? '',
        madeBy: session.userName,
        madeAt: now,
      });
      await insertPlaces(db, placement, places, heldUntil);
      if (!hold) await noteBookedEducation(db, context, [exclusionId]);
      const until = heldUntil === undefined ? {} : { heldUntil };
      return {
        ok: true,
        value: {
          value: { placementId: placement.id, placeIds: places.map(({ id }) => id), ...until },
          audit: [
            ...lapseNotes(lapsed),
            {
              subjectType: 'placement',
              subjectId: placement.id,
              detail: {
                state: hold ? 'held' : 'booked',
                ...until,
                exclusionId,
                pupilId: exclusion.pupilId,
                providerId,
                providerName: provider.name,
                places,
              },
            },
          ],
        },
      };
    });

  return inRace(context, attempt, (db) => checkRequest(db, wanted));
};
