import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useStayNotes } from '../../api/use-stay-notes.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, DutyIcon, EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { TaskEntry } from '../../ui/stays/task-entry.tsx';
import { useTaskForms } from '../../ui/stays/use-task-forms.ts';
import { AddTask } from './add-task.tsx';
import { groupTasks } from './group-tasks.ts';
import { goToReport } from './go-to-report.ts';
import styles from './stays.module.css';
import type { Stay } from './types.ts';

/** What the stay owes before, during and after it, each with its day and one action. */
export function TasksPanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const notes = useStayNotes();
  const entryOf = useTaskForms(notes);
  const [adding, setAdding] = useState(false);
  const groups = groupTasks(stay);
  const left = stay.tasks.filter(({ doneOn }) => doneOn === undefined).length;
  return (
    <Panel
      title="What it owes"
      context={stay.tasks.length === 0 ? undefined : left === 0 ? 'All is done' : `${String(left)} to do`}
      actions={
        mayWork ? (
          <Button size="small" icon={AddIcon} expanded={adding} onClick={() => setAdding(!adding)}>
            Add…
          </Button>
        ) : undefined
      }
      flush
    >
      {adding ? (
        <div className={styles.inset}>
          <AddTask placementId={stay.placementId} onClose={() => setAdding(false)} />
        </div>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState icon={DutyIcon} title="Nothing is owed">
          What the rules of the provider ask for appears here once the stay is booked; add what else is
          agreed.
        </EmptyState>
      ) : (
        groups.map(({ title, tasks }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.groupTitle}>{title}</h3>
            <ul className={styles.tasks}>
              {tasks.map((task) => (
                <TaskEntry
                  key={task.id}
                  {...entryOf(task)}
                  of={task.title}
                  way={
                    task.kind === 'report' ? (
                      <Button size="small" icon={EditIcon} onClick={goToReport}>
                        Write it
                      </Button>
                    ) : undefined
                  }
                  user={user}
                  mayWork={mayWork}
                />
              ))}
            </ul>
          </section>
        ))
      )}
    </Panel>
  );
}
