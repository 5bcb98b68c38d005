import { refuse, type Result } from '#shared/kernel/result.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { bookHeldPlaces, insertPlaces, lapseHolds } from '../../storage/repositories/place-writes.ts';
import { readPlaces, type StoredPlace } from '../../storage/repositories/places.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { checkRequest } from './check-request.ts';
import { inRace } from './in-race.ts';
import { lapseNotes } from './lapse-notes.ts';
import { alreadyEnded, findPlaces } from './named-places.ts';

const NOT_DONE = 'Nothing was confirmed';

/**
 * Turns held places into bookings. A hold that has run out is had again where the place is still free, as a new place
 * (the lapsed one stays as history); where it has gone, everything is refused with who has it. A place that is booked
 * already is left as it is.
 */
export const confirmPlaces: Handler<'places.confirm'> = (context, { placeIds }) => {
  const { clock, newId } = context;
  const now = clock.now();

  const attempt = () =>
    context.change<Record<string, never>>(async (db) => {
      const lapsed = await lapseHolds(db, now);
      const found = await findPlaces(db, placeIds, NOT_DONE);
      if (!found.ok) return found;
      const places = found.value;
      const cancelled = places.filter(({ state }) => state === 'cancelled');
      if (cancelled.length > 0) return alreadyEnded(cancelled, NOT_DONE);
      const held = places.filter(({ state }) => state === 'held').map(({ id }) => id);
      if (held.length > 0) await bookHeldPlaces(db, held);
      const hadAgain: { readonly lapsed: string; readonly id: string }[] = [];
      for (const run of lapsedRuns(places)) {
        const room = await checkRun(db, run, now);
        if (!room.ok) return room;
        const [{ placementId, exclusionId, pupilId, providerId, schoolId }] = run;
        const again = run.map((place) => ({ place, id: newId() }));
        await insertPlaces(
          db,
          { id: placementId, exclusionId, pupilId, providerId, schoolId },
          again.map(({ place: { date, slot }, id }) => ({ id, date, slot })),
        );
        hadAgain.push(...again.map(({ place, id }) => ({ lapsed: place.id, id })));
      }
      await noteBookedEducation(
        db,
        context,
        places.flatMap(({ exclusionId }) => exclusionId ?? []),
      );
      const [first] = places;
      return {
        ok: true,
        value: {
          value: {},
          audit: [
            ...lapseNotes(lapsed),
            {
              subjectType: 'placement',
              subjectId: first?.placementId ?? '',
              detail: { confirmed: held, hadAgain },
            },
          ],
        },
      };
    });

  return inRace(context, attempt, async (db) => {
    for (const run of lapsedRuns(await readPlaces(db, placeIds))) {
      const room = await checkRun(db, run, now);
      if (!room.ok) return room;
    }
    return { ok: true, value: undefined };
  });
};

type Run = readonly [StoredPlace, ...StoredPlace[]];

/** Lapsed places by the stay they belong to. */
function lapsedRuns(places: readonly StoredPlace[]): readonly Run[] {
  const lapsed = places.filter(({ state }) => state === 'lapsed');
  return [...groupRows(lapsed, ({ placementId }) => placementId).values()].flatMap(([first, ...rest]) =>
    first ? [[first, ...rest] as const] : [],
  );
}

/** Whether the lapsed places of a stay can be had again; the refusal says that the hold ran out, and who has it. */
async function checkRun(db: Db, run: Run, now: string): Promise<Result<unknown>> {
  const [{ exclusionId, providerId }] = run;
  const notDone = `The hold had run out, and the place cannot be had again. ${NOT_DONE}`;
  const room = await checkRequest(db, {
    exclusionId: exclusionId ?? '',
    providerId,
    sessions: run,
    now,
    notDone,
  });
  // Its fields name sessions, which the person who confirmed did not enter.
  return room.ok ? room : refuse(room.error.code, room.error.message);
}
