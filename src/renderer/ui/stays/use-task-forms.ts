import { useState } from 'react';
import { notify } from '../overlay/notify.tsx';
import type { TaskForm } from './task-entry.tsx';
import type { StayTask, TaskNote, TaskNotes } from './types.ts';

/** Which small form of which task is open, and what is said once it was sent; gives what a TaskEntry needs. */
export function useTaskForms(notes: TaskNotes) {
  const [opened, setOpened] = useState<{ readonly id: string; readonly form: TaskForm }>();
  /** The task the user acted on last: its row keeps the focus. */
  const [settled, setSettled] = useState<string>();

  const takeBack = (task: StayTask, as: 'open' | 'dropped', reason: string) =>
    notes.takeBack(task, as, reason, () => {
      setOpened(undefined);
      setSettled(task.id);
      notify({ tone: 'info', title: as === 'open' ? 'Open again' : 'Not owed any more', text: task.title });
    });

  return (task: StayTask) => ({
    task,
    busy: notes.busy,
    error: opened?.id === task.id ? notes.error : undefined,
    opened: opened?.id === task.id ? opened.form : undefined,
    takeFocus: settled === task.id,
    onOpen: (form: TaskForm | undefined) => {
      notes.clear();
      setOpened(form && { id: task.id, form });
    },
    onDone: (note: TaskNote) =>
      notes.done(task, note, (followedBy) => {
        setOpened(undefined);
        setSettled(task.id);
        notify({
          title: 'Noted as done',
          text: followedBy ? `${task.title}. Asked for in its place: ${followedBy}.` : task.title,
          // The note has moved the task on by one version.
          action: {
            label: 'Undo',
            onSelect: () => takeBack({ ...task, version: task.version + 1 }, 'open', 'Taken back at once'),
          },
        });
      }),
    onTakeBack: (as: 'open' | 'dropped', reason: string) => takeBack(task, as, reason),
  });
}
