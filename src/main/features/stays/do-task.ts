import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { stayTaskTitle } from '#shared/text/stay-words.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import {
  insertStayTasks,
  readStayTasks,
  updateStayTask,
  type StayTaskRecord,
} from '../../storage/repositories/stay-tasks.ts';
import type { Handler } from '../context.ts';
import { openTask, taskState } from './open-task.ts';

const NOT_DONE = 'Nothing was noted';

/** Work has a verdict: the provider says whether it can be used. */
const isWork = ({ kind, ruleKey }: StayTaskRecord): boolean =>
  kind === 'work-set' || kind === 'work-again' || ruleKey === 'paper:work';

/** Notes that something a stay owes is done. Work found unsuitable goes back to the school, due the next school day. */
export const doTask: Handler<'stays.do-task'> = (context, input) =>
  context.change<OperationOutput<'stays.do-task'>>(async (db) => {
    const { clock, newId, session } = context;
    const opened = await openTask(db, context.session, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { task, stay, provider } = opened.value;
    const wrong = whyNotDone(task, input, clock.today());
    if (wrong !== undefined) return wrong;
    const { on, verdict } = input;
    const by = input.by === undefined || input.by === '' ? session.userName : input.by;
    const note = input.note === undefined || input.note === '' ? task.note : input.note;
    const done = { doneOn: on, doneBy: by, verdict: verdict ?? null, note };
    await updateStayTask(db, task.id, done);
    const again =
      verdict === 'unsuitable'
        ? await askAgain(
            db,
            task,
            newId(),
            (await readCalendarIndex(db, provider.schoolId)).schoolDayAfter(on, 1),
          )
        : undefined;
    return {
      ok: true,
      value: {
        value: again === undefined ? {} : { followedBy: again },
        audit: {
          subjectType: 'stay-task',
          subjectId: task.id,
          detail: {
            placementId: stay.id,
            pupilId: stay.pupilId,
            before: taskState(task),
            after: { ...taskState(task), ...done },
            ...(again === undefined ? {} : { followedBy: again }),
          },
        },
      },
    };
  });

function whyNotDone(
  task: StayTaskRecord,
  { on, verdict }: { readonly on: string; readonly verdict?: string | undefined },
  today: string,
): Result<never> | undefined {
  if (task.doneOn !== null) {
    return refuse(
      'conflict',
      `${NOT_DONE}: “${task.title}” was done already on ${formatDate(task.doneOn)} by ${task.doneBy ?? 'somebody'}.`,
    );
  }
  if (task.dropped) {
    return refuse('conflict', `${NOT_DONE}: “${task.title}” is no longer owed. Take it up again first.`);
  }
  if (on > today) {
    return refuse('invalid-input', `${NOT_DONE}: ${formatDate(on)} is still to come.`, {
      fields: [{ path: 'on', message: 'Enter today or an earlier day.' }],
    });
  }
  if (verdict !== undefined && !isWork(task)) {
    return refuse('invalid-input', `${NOT_DONE}: only work is found suitable or not.`, {
      fields: [{ path: 'verdict', message: 'Leave it out: this is not work.' }],
    });
  }
  return undefined;
}

/** The task that follows unsuitable work; one that was made before and dropped is taken up again. */
async function askAgain(
  db: Parameters<typeof readStayTasks>[0],
  { id, placementId }: StayTaskRecord,
  newId: string,
  due: string | undefined,
): Promise<string> {
  const ruleKey = `work-again:${id}`;
  const title = stayTaskTitle({ kind: 'work-again' });
  const dueOn = due ?? null;
  const there = (await readStayTasks(db, [placementId])).find((task) => task.ruleKey === ruleKey);
  const again = { id: newId, placementId, kind: 'work-again' as const, title, dueOn, beforeArrival: false };
  if (there === undefined) {
    await insertStayTasks(db, [{ ...again, ruleKey }]);
  } else if (there.doneOn !== null) {
    // Set again once already, and what came is unsuitable once more: that is owed anew.
    await insertStayTasks(db, [{ ...again, ruleKey: null }]);
  } else {
    await updateStayTask(db, there.id, { title, dueOn, dropped: false, droppedBy: null });
  }
  return title;
}
