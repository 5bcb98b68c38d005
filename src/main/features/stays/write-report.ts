import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { readStayReport, writeStayReport } from '../../storage/repositories/stay-records.ts';
import { readStayTasks, updateStayTask } from '../../storage/repositories/stay-tasks.ts';
import type { StayPlace } from '../../storage/repositories/stays.ts';
import type { Handler } from '../context.ts';
import { changedSince, openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was saved';

/** Writes the end-of-placement report of a stay. Finishing asks for everything that belongs in it, attendance too. */
export const writeReport: Handler<'stays.report'> = (context, input) =>
  context.change<{ readonly version: number }>(async (db) => {
    const { clock, session } = context;
    const { placementId, version, work, behaviour, nextSteps, finish } = input;
    const opened = await openStay(db, context.session, placementId, NOT_DONE);
    if (!opened.ok) return opened;
    const { stay, places } = opened.value;
    const before = await readStayReport(db, placementId);
    if (before?.version !== version) return changedSince(NOT_DONE);
    const owed = (await readStayTasks(db, [placementId])).filter(
      ({ kind, dropped }) => kind === 'report' && !dropped,
    );
    // Where no rule asks for a report there is no task to take back: it is written on as it is.
    if (before !== undefined && before.finishedOn !== null && owed.length > 0) {
      return refuse(
        'conflict',
        `${NOT_DONE}: the report was finished on ${formatDate(before.finishedOn)} by ${before.finishedBy ?? 'somebody'}. Take its task back as open to write on.`,
      );
    }
    if (finish) {
      const wanting = whatIsMissing({ work, behaviour }, places);
      if (wanting !== undefined) return wanting;
    }
    const today = clock.today();
    const after = {
      work,
      behaviour,
      nextSteps,
      finishedOn: finish ? today : null,
      finishedBy: finish ? session.userName : null,
    };
    const next = (before?.version ?? 0) + 1;
    await writeStayReport(db, { placementId, ...after, version: next });
    if (finish) {
      for (const task of owed.filter(({ doneOn }) => doneOn === null)) {
        await updateStayTask(db, task.id, { doneOn: today, doneBy: session.userName });
      }
    }
    return {
      ok: true,
      value: {
        value: { version: next },
        audit: {
          subjectType: 'placement',
          subjectId: placementId,
          detail: { pupilId: stay.pupilId, before: before ?? null, after },
        },
      },
    };
  });

/** How many sessions a sentence names before "and others". */
const NAMED = 4;

function whatIsMissing(
  texts: Readonly<Record<'work' | 'behaviour', string>>,
  places: readonly StayPlace[],
): Result<never> | undefined {
  const fields: FieldError[] = [
    ...(texts.work === '' ? [{ path: 'work', message: 'Say how the work went.' }] : []),
    ...(texts.behaviour === '' ? [{ path: 'behaviour', message: 'Say how the behaviour was.' }] : []),
  ];
  const open = places.filter(({ state, outcome }) => state === 'booked' && outcome === null);
  if (fields.length === 0 && open.length === 0) return undefined;
  const named = open.slice(0, NAMED).map(sayShortSession).join(', ');
  const unmarked =
    open.length === 0
      ? ''
      : ` Attendance is part of it, and nobody marked yet: ${named}${open.length > NAMED ? ' and others' : ''}.`;
  const empty = fields.length === 0 ? '' : ' It tells of work and of behaviour.';
  return refuse(
    'refused',
    `The report cannot be finished.${empty}${unmarked} ${NOT_DONE}; save it unfinished meanwhile.`,
    {
      fields,
    },
  );
}
