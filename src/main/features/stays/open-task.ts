import { refuse, type Result } from '#shared/kernel/result.ts';
import { readStayTask, type StayTaskRecord } from '../../storage/repositories/stay-tasks.ts';
import type { Db } from '../../storage/store.ts';
import type { UserSession } from '../context.ts';
import { openStay, type OpenStay } from './open-stay.ts';

/** A task with its stay, as the version that was read; a sentence when it is gone or somebody changed it. */
export async function openTask(
  db: Db,
  session: UserSession,
  { taskId, version }: { readonly taskId: string; readonly version: number },
  notDone: string,
): Promise<Result<OpenStay & { readonly task: StayTaskRecord }>> {
  const task = await readStayTask(db, taskId);
  if (task === undefined) {
    return refuse('not-found', `${notDone}: this task is not on record. Look at the stay again.`);
  }
  const opened = await openStay(db, session, task.placementId, notDone);
  if (!opened.ok) return opened;
  if (task.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed “${task.title}” since you opened it. Look at the stay again.`,
    );
  }
  return { ok: true, value: { ...opened.value, task } };
}

/** What the audit trail keeps of a task. */
export const taskState = ({ title, dueOn, doneOn, doneBy, verdict, note, dropped }: StayTaskRecord) => ({
  title,
  dueOn,
  doneOn,
  doneBy,
  verdict,
  note,
  dropped,
});
