import type { ReactNode } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { StatusTag } from '../data/status-tag.tsx';
import { useFocusKept } from '../duties/use-focus-kept.ts';
import { Button } from '../form/button.tsx';
import { CheckIcon, UndoIcon } from '../icons.ts';
import { classes } from '../theme/classes.ts';
import { DateText } from '../words/date-text.tsx';
import { useCurtain } from '../words/curtain.tsx';
import { useToday } from '../words/today.tsx';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { NoteTask } from './note-task.tsx';
import styles from './stays.module.css';
import { TakeTaskBack } from './take-task-back.tsx';
import type { StayTask, TaskNote } from './types.ts';

/** Which small form of a task is open. */
export type TaskForm = 'done' | 'open' | 'dropped';

interface TaskEntryProps {
  readonly task: StayTask;
  /** Whose it is, where tasks of several stays stand together. */
  readonly who?: ReactNode;
  /** It stands right under one of the same stay: the name above stands for it too, but on paper. */
  readonly goesOn?: boolean;
  /** The same for screen readers. */
  readonly of: string;
  /** The better way than to note it: to write the report. */
  readonly way?: ReactNode;
  readonly user: string;
  readonly mayWork: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly opened: TaskForm | undefined;
  readonly takeFocus: boolean;
  readonly onOpen: (form: TaskForm | undefined) => void;
  readonly onDone: (note: TaskNote) => void;
  readonly onTakeBack: (as: 'open' | 'dropped', reason: string) => void;
}

/** One thing a stay owes: what, by when, one action; its small form opens beneath it. */
export function TaskEntry(props: TaskEntryProps) {
  const {
    task,
    who,
    goesOn = false,
    of,
    way,
    mayWork,
    busy,
    error,
    opened,
    takeFocus,
    onOpen,
    onTakeBack,
  } = props;
  const done = task.doneOn !== undefined;
  const row = useFocusKept(takeFocus, String(done));
  const about = <VisuallyHidden>: {of}</VisuallyHidden>;
  return (
    <li ref={row} tabIndex={-1} className={classes(styles.task, goesOn && styles.goesOn)}>
      <div className={classes(styles.line, who !== undefined && styles.withWho)}>
        {who === undefined ? null : <span className={styles.who}>{who}</span>}
        <span>
          {task.title}
          <Noted task={task} />
        </span>
        <span className={styles.due}>
          <Due task={task} />
        </span>
        <span className={styles.action}>
          {!mayWork ? null : done ? (
            <Button
              size="small"
              variant="quiet"
              icon={UndoIcon}
              expanded={opened === 'open'}
              onClick={() => onOpen('open')}
            >
              Open again{about}
            </Button>
          ) : (
            (way ?? (
              <Button
                size="small"
                icon={CheckIcon}
                expanded={opened === 'done' || opened === 'dropped'}
                onClick={() => onOpen('done')}
              >
                Done…{about}
              </Button>
            ))
          )}
        </span>
      </div>
      {opened === 'done' && !done ? (
        <NoteTask
          task={task}
          user={props.user}
          busy={busy}
          error={error}
          onDone={props.onDone}
          onDrop={() => onOpen('dropped')}
          onClose={() => onOpen(undefined)}
        />
      ) : null}
      {(opened === 'open' && done) || (opened === 'dropped' && !done) ? (
        <TakeTaskBack
          task={task}
          as={opened}
          busy={busy}
          error={error}
          onSend={(reason) => onTakeBack(opened, reason)}
          onClose={() => onOpen(undefined)}
        />
      ) : null}
    </li>
  );
}

function Due({ task: { doneOn, dueOn, overdue } }: { readonly task: StayTask }) {
  const today = useToday();
  if (doneOn !== undefined) return <StatusTag tone="done">Done</StatusTag>;
  if (dueOn === undefined) return <StatusTag tone="info">No day set</StatusTag>;
  if (dueOn === today && !overdue) return <StatusTag tone="due">Today</StatusTag>;
  return (
    <StatusTag tone={overdue ? 'overdue' : 'info'}>
      {overdue ? 'Was due ' : 'By '}
      <DateText date={dueOn} form="short" />
    </StatusTag>
  );
}

/** When and by whom it was done, what was said of the work, and the note. */
function Noted({ task: { doneOn, doneBy, verdict, note } }: { readonly task: StayTask }) {
  const { drawn } = useCurtain();
  if (doneOn === undefined && note === undefined) return null;
  return (
    <span className={styles.detail}>
      {doneOn === undefined ? null : (
        <>
          <DateText date={doneOn} form="short" />
          {doneBy ? `, by ${doneBy}` : null}
          {verdict === undefined ? null : verdict === 'suitable' ? ' · work suitable' : ' · work UNSUITABLE'}
          {note ? ' · ' : null}
        </>
      )}
      {/* What was noted may name the pupil. */}
      {note ? (drawn ? '…' : note) : null}
    </span>
  );
}
