import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readEscorts } from '../../storage/repositories/escorts.ts';
import {
  bookHeldPlaces,
  insertPlaces,
  lapseHolds,
  noteOverride,
} from '../../storage/repositories/place-writes.ts';
import { readPlaces, type StoredPlace } from '../../storage/repositories/places.ts';
import { readStay } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import { syncPlaced } from '../at-risk-placed.ts';
import { checkRunRules } from '../check-run-rules.ts';
import type { AuditNote, Context, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { endWait } from '../end-wait.ts';
import { homeSchool } from '../home-school.ts';
import { inRace } from '../in-race.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { readBooker } from '../read-booker.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { alreadyEnded, findPlaces } from './named-places.ts';

const NOT_DONE = 'Nothing was confirmed';

type Override = ParsedInput<'places.confirm'>['override'];

/**
 * Turns held places into bookings, if what a hold leaves open has been arranged: the adults and who goes with the pupil.
 * A hold that has run out is had again where the place is still free, as a new place (the lapsed one stays as history);
 * where it has gone, everything is refused with who has it. A place that is booked already is left as it is.
 */
export const confirmPlaces: Handler<'places.confirm'> = (context, { placeIds, override }) => {
  const { clock, newId, session } = context;
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
      const hadAgain: { readonly lapsed: string; readonly id: string }[] = [];
      const waived: string[] = [];
      for (const run of runsOf(places)) {
        const [{ placementId, exclusionId, pupilId, providerId, schoolId, state }] = run;
        const checked = await checkAgain(db, context, run, override);
        if (!checked.ok) return checked;
        waived.push(...checked.value.waived);
        if (override !== undefined && checked.value.waived.length > 0) {
          await noteOverride(db, placementId, {
            overrideReason: override.reason,
            overrideBy: session.userName,
          });
        }
        if (state === 'held') {
          await bookHeldPlaces(
            db,
            run.map(({ id }) => id),
          );
          continue;
        }
        const again = run.map((place) => ({ place, id: newId() }));
        await insertPlaces(
          db,
          { id: placementId, exclusionId, pupilId, providerId, schoolId },
          again.map(({ place: { date, slot }, id }) => ({ id, date, slot })),
        );
        hadAgain.push(...again.map(({ place, id }) => ({ lapsed: place.id, id })));
      }
      for (const placementId of new Set(places.map((place) => place.placementId))) {
        await makeStayTasks(db, context, placementId);
      }
      await noteBookedEducation(
        db,
        context,
        places.flatMap(({ exclusionId }) => exclusionId ?? []),
      );
      const waits: AuditNote[] = [];
      for (const [one] of groupRows(places, ({ placementId }) => placementId).values()) {
        if (one !== undefined) waits.push(...(await endWait(db, context, one)));
      }
      const atRisk: AuditNote[] = [];
      for (const [one] of groupRows(places, ({ pupilId }) => pupilId).values()) {
        if (one !== undefined) atRisk.push(...(await syncPlaced(db, context, one)));
      }
      const [first] = places;
      const why = waived.length === 0 ? {} : { override: { reason: override?.reason, rules: waived } };
      const detail = { confirmed: held, hadAgain, ...why };
      return {
        ok: true,
        value: {
          value: {},
          audit: [
            ...lapseNotes(lapsed),
            { subjectType: 'placement', subjectId: first?.placementId ?? '', detail },
            ...waits,
            ...atRisk,
          ],
        },
      };
    });

  return inRace(context, attempt, async (db) => {
    for (const run of runsOf(await readPlaces(db, placeIds))) {
      const room = await checkAgain(db, context, run, override);
      if (!room.ok) return room;
    }
    return { ok: true, value: undefined };
  });
};

type Run = readonly [StoredPlace, ...StoredPlace[]];

/** Places that are held, and those whose hold ran out, by the stay they belong to. */
function runsOf(places: readonly StoredPlace[]): readonly Run[] {
  const open = places.filter(({ state }) => state === 'held' || state === 'lapsed');
  const runs = groupRows(open, ({ placementId, state }) => `${placementId} ${state}`).values();
  return [...runs].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
}

/**
 * Of a hold: whether all that it left open is arranged. Of one that ran out: whether its places can be had again; the
 * refusal says that the hold ran out, and who has them.
 */
async function checkAgain(
  db: Db,
  context: Pick<Context, 'clock' | 'session'>,
  run: Run,
  override: Override,
): Promise<Result<{ readonly waived: readonly string[] }>> {
  const [{ placementId, exclusionId, pupilId, providerId, schoolId, state }] = run;
  const held = state === 'held';
  const notDone = held ? NOT_DONE : `The hold had run out, and the place cannot be had again. ${NOT_DONE}`;
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const placement = await readStay(db, home.value.school.id, placementId);
  const purpose = placement?.purpose === 'visiting' ? 'visiting' : 'respite';
  const whom = exclusionId === null ? ({ pupilId, purpose } as const) : { exclusionId, schoolId };
  const booker = await readBooker(db, whom, run, notDone);
  if (!booker.ok) return booker;
  const checked = await checkRunRules(db, context, booker.value, {
    providerId,
    sessions: run.map(({ date, slot }) => ({ date, slot })),
    hold: false,
    // Whoever was named while it was held goes along still.
    escorts: held || exclusionId === null ? [] : await namedFor(db, exclusionId, placementId),
    into: placementId,
    override,
    waivedBefore: typeof placement?.overrideReason === 'string',
    ...(held ? { confirming: new Set(run.map(({ id }) => id)) } : {}),
    notDone,
  });
  // Its fields name sessions, which the person who confirmed did not enter.
  return checked.ok ? checked : refuse(checked.error.code, checked.error.message);
}

const namedFor = async (db: Db, exclusionId: string, stayId: string) =>
  (await readEscorts(db, [exclusionId])).filter(({ placementId }) => placementId === stayId);
