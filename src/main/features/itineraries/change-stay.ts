import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { refuse } from '#shared/kernel/result.ts';
import { writeEscorts } from '../../storage/repositories/escorts.ts';
import { cancelPlaces, lapseHolds, raiseVersion } from '../../storage/repositories/place-writes.ts';
import type { AuditNote, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { inRace } from '../in-race.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { bookRun } from '../place-run.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { checkShorter } from './check-shorter.ts';
import { openComing, saySessionsOf } from './open-coming.ts';

const NOT_DONE = 'Nothing was changed';

/**
 * Makes the coming sessions of a stay these: what is missing from the list is cancelled, what is new is booked (or
 * held, while all of the stay is) under all rules, with the stay as long as it will be. Past and marked sessions, the
 * days first expected and the exclusion itself stay as they are. All or nothing.
 */
export const changeStay: Handler<'places.change-stay'> = (context, input) => {
  const attempt = () =>
    context.change<OperationOutput<'places.change-stay'>>(async (db) => {
      const { clock, session } = context;
      const now = clock.now();
      const lapsed = await lapseHolds(db, now);
      const opened = await openComing(db, context, input, NOT_DONE);
      if (!opened.ok) return opened;
      const { stay, whom, coming, active, held } = opened.value;
      const wanted = new Map(input.sessions.map((one) => [sessionKey(one), one]));
      const there = new Set(active.map(sessionKey));
      const added = [...wanted.values()].filter((one) => !there.has(sessionKey(one)));
      const past = added.filter(({ date }) => date < clock.today());
      if (past.length > 0) {
        return refuse(
          'conflict',
          `${NOT_DONE}: ${saySessionsOf(past)} ${past.length === 1 ? 'is' : 'are'} past, and what is past stays as it was.`,
        );
      }
      const removed = coming.filter((place) => !wanted.has(sessionKey(place)));
      const cancelled = removed.map(({ id }) => id);
      if (removed.length > 0) {
        const ended = { code: 'shortened', reason: input.reason, by: session.userName, at: now } as const;
        await cancelPlaces(db, cancelled, ended);
      }
      const audit: AuditNote[] = [...lapseNotes(lapsed)];
      if (removed.length > 0 && added.length === 0) {
        const long = await checkShorter(db, context, stay, input.override, NOT_DONE);
        if (!long.ok) return long;
        audit.push(...long.value);
      }
      const booked: string[] = [];
      if (added.length > 0) {
        const run = { for: whom, providerId: stay.providerId, sessions: added, hold: held, into: stay.id };
        const { escorts, override } = input;
        const done = await bookRun(db, context, { ...run, escorts, override, notDone: NOT_DONE });
        if (!done.ok) return done;
        audit.push(...done.value.audit);
        booked.push(...done.value.placeIds);
      }
      const days = new Set(input.sessions.map(({ date }) => date));
      await writeEscorts(
        db,
        stay.id,
        input.escorts.filter(({ date }) => days.has(date)),
      );
      const version = await raiseVersion(db, stay.id, stay.version);
      await makeStayTasks(db, context, stay.id);
      if (stay.exclusionId !== null) await noteBookedEducation(db, context, [stay.exclusionId]);
      audit.push({
        subjectType: 'placement',
        subjectId: stay.id,
        detail: {
          changed: {
            before: coming.map(({ date, slot }) => ({ date, slot })),
            after: input.sessions,
            reason: input.reason,
            cancelled,
          },
          ...(input.escorts.length === 0 ? {} : { escorts: input.escorts }),
        },
      });
      return { ok: true, value: { value: { added: booked, cancelled, version }, audit } };
    });

  return inRace(context, attempt, () => Promise.resolve({ ok: true, value: undefined }));
};
