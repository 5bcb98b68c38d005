import type { AppError } from '#shared/kernel/result.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { BasisTag } from '../../ui/duties/basis-tag.tsx';
import { DutyAction } from '../../ui/duties/duty-action.tsx';
import { DutyGrounds } from '../../ui/duties/duty-grounds.tsx';
import { NoteDone } from '../../ui/duties/note-done.tsx';
import { useFocusKept } from '../../ui/duties/use-focus-kept.ts';
import type { DoneNote } from '../../ui/duties/types.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon, UndoIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './duty-board.module.css';
import type { BoardDuty } from './duties.ts';

interface BoardRowProps {
  readonly duty: BoardDuty;
  readonly user: string;
  readonly mayNote: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly noting: boolean;
  readonly takeFocus: boolean;
  readonly onNote: (open: boolean) => void;
  readonly onDone: (note: DoneNote) => void;
  readonly onUndo: () => void;
}

/** One duty of the board: whose, what, by when, one action; its rule opens beneath it. */
export function BoardRow(props: BoardRowProps) {
  const { duty, mayNote, busy, noting, takeFocus, onNote, onUndo } = props;
  const nameOf = usePersonName();
  const row = useFocusKept(takeFocus, duty.status);
  const done = duty.status === 'done';
  return (
    <li ref={row} tabIndex={-1} className={done ? styles.doneRow : styles.row}>
      <div className={styles.line}>
        <span className={styles.who}>
          <TextLink to="/record" search={{ exclusion: duty.exclusionId, tab: 'duties' }}>
            <PersonName name={duty.name} />
          </TextLink>
          {duty.form ? <span className={styles.form}> {duty.form}</span> : null}
          <span className={styles.case}>{duty.caseTitle}</span>
        </span>
        <div className={styles.what}>
          {done ? <s>{duty.title}</s> : duty.title}
          <span className={styles.basis}>
            {' '}
            <BasisTag basis={duty.basis} />
          </span>
          {done ? null : (
            <details className={styles.grounds}>
              <summary>
                Rule
                <VisuallyHidden>
                  {' '}
                  of: {duty.title}, {nameOf(duty.name)}
                </VisuallyHidden>
              </summary>
              <div className={styles.groundsBody}>
                <DutyGrounds duty={duty} />
                {mayNote && duty.action !== undefined ? (
                  <div>
                    <Button size="small" icon={CheckIcon} expanded={noting} onClick={() => onNote(true)}>
                      Note as done in another way
                    </Button>
                  </div>
                ) : null}
              </div>
            </details>
          )}
        </div>
        <span className={styles.due}>
          {done ? (
            <StatusTag tone="done">Done</StatusTag>
          ) : (
            <StatusTag tone={duty.status === 'overdue' ? 'overdue' : duty.withoutDelay ? 'due' : 'info'}>
              {duty.due}
            </StatusTag>
          )}
        </span>
        <span className={styles.action}>
          {done ? (
            mayNote ? (
              <Button size="small" variant="quiet" icon={UndoIcon} loading={busy} onClick={onUndo}>
                Undo
                <VisuallyHidden>
                  : {duty.title}, {nameOf(duty.name)}
                </VisuallyHidden>
              </Button>
            ) : null
          ) : (
            <DutyAction
              duty={duty}
              exclusionId={duty.exclusionId}
              of={`${duty.title}, ${nameOf(duty.name)}`}
              mayNote={mayNote}
              noting={noting}
              onNote={() => onNote(true)}
            />
          )}
        </span>
      </div>
      {noting && !done ? (
        <NoteDone
          duty={duty}
          user={props.user}
          busy={busy}
          error={props.error}
          onDone={props.onDone}
          onClose={() => onNote(false)}
        />
      ) : null}
    </li>
  );
}
