import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import {
  insertMeeting,
  readKeyWorkers,
  readMeetings,
  type KeyWorker,
} from '../../storage/repositories/key-workers.ts';
import type { Handler } from '../context.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'The meeting was not noted';

/**
 * With whom the pupil met on a day: whoever was the key worker then, the one who was it last where two share the day.
 * A day on which nobody was yet, or nobody any more, is that of the present one: a meeting may come before the naming.
 */
const workerOn = (latestFirst: readonly KeyWorker[], on: IsoDate): KeyWorker | undefined =>
  latestFirst.find(({ fromDate, toDate }) => fromDate <= on && (toDate === null || on <= toDate)) ??
  latestFirst.find(({ toDate }) => toDate === null);

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
    const worker = workerOn(await readKeyWorkers(db, entryId), on);
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
