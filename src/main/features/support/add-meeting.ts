import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { insertMeeting, readKeyWorkersNow, readMeetings } from '../../storage/repositories/key-workers.ts';
import type { Handler } from '../context.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'The meeting was not noted';

/** Notes that the pupil and the key worker met; one meeting a day. */
export const addMeeting: Handler<'support.add-meeting'> = (context, { entryId, on, minutes, note }) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const opened = await openEntry(db, { entryId }, NOT_DONE);
    if (!opened.ok) return opened;
    const { pupilId, since } = opened.value;
    if (on > clock.today() || on < since) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${formatDate(on)} is ${on < since ? 'before the pupil was on the register' : 'still to come'}.`,
        { fields: [{ path: 'on', message: `Enter a day from ${formatDate(since)} to today.` }] },
      );
    }
    const worker = (await readKeyWorkersNow(db, [entryId])).get(entryId);
    if (worker === undefined)
      return refuse('refused', `${NOT_DONE}: the pupil has no key worker yet. Name one first.`);
    if ((await readMeetings(db, entryId)).some(({ onDate }) => onDate === on)) {
      return refuse('conflict', `${NOT_DONE}: one on ${formatDate(on)} is noted already.`, {
        fields: [{ path: 'on', message: 'Enter another day.' }],
      });
    }
    const meeting = {
      entryId,
      onDate: on,
      keyWorker: worker.name,
      note: note === undefined || note === '' ? null : note,
      recordedBy: session.userName,
      minutes: minutes ?? null,
    };
    await insertMeeting(db, meeting);
    const detail = { pupilId, meeting };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'at-risk-entry', subjectId: entryId, detail } },
    };
  });
