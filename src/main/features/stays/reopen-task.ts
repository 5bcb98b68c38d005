import { refuse } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { readStayReport, writeStayReport } from '../../storage/repositories/stay-records.ts';
import { readStayTasks, updateStayTask, type StayTaskRecord } from '../../storage/repositories/stay-tasks.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { openTask, taskState } from './open-task.ts';

const NOT_DONE = 'Nothing was changed';

/**
 * Takes back that something was done or dropped, or drops it. What must be there before the pupil arrives is a rule of
 * the provider: only who may waive rules drops it.
 */
export const reopenTask: Handler<'stays.reopen-task'> = (context, input) =>
  context.change<Record<string, never>>(async (db) => {
    const { session } = context;
    const opened = await openTask(db, context.session, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { task, stay } = opened.value;
    const isOpen = task.doneOn === null && !task.dropped;
    if (input.as === 'open' && isOpen) {
      return refuse('conflict', `${NOT_DONE}: “${task.title}” is open already.`);
    }
    if (input.as === 'dropped') {
      if (!isOpen) {
        return refuse(
          'conflict',
          `${NOT_DONE}: “${task.title}” is ${task.dropped ? 'dropped already' : 'done. Take it back as open first'}.`,
        );
      }
      if (task.beforeArrival && !mayDo(session.role, 'places.override')) {
        return refuse(
          'not-permitted',
          `${NOT_DONE}: “${task.title}” must be done before the pupil arrives, and your role may not waive that.`,
        );
      }
    }
    const set =
      input.as === 'dropped'
        ? { dropped: true, droppedBy: session.userName, note: task.note ?? input.reason }
        : { doneOn: null, doneBy: null, verdict: null, dropped: false, droppedBy: null };
    await updateStayTask(db, task.id, set);
    if (input.as === 'open') {
      await dropFollowing(db, task);
      if (task.kind === 'report') await unfinishReport(db, stay.id);
    }
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'stay-task',
          subjectId: task.id,
          detail: {
            placementId: stay.id,
            pupilId: stay.pupilId,
            reason: input.reason,
            before: taskState(task),
            after: { ...taskState(task), ...set },
          },
        },
      },
    };
  });

/** Work that was asked for again because of a verdict that is taken back. */
async function dropFollowing(db: Db, { id, placementId }: StayTaskRecord): Promise<void> {
  const following = (await readStayTasks(db, [placementId])).find(
    ({ ruleKey, doneOn, dropped }) => ruleKey === `work-again:${id}` && doneOn === null && !dropped,
  );
  if (following) await updateStayTask(db, following.id, { dropped: true });
}

async function unfinishReport(db: Db, placementId: string): Promise<void> {
  const report = await readStayReport(db, placementId);
  if (report === undefined || report.finishedOn === null) return;
  await writeStayReport(db, { ...report, finishedOn: null, finishedBy: null, version: report.version + 1 });
}
