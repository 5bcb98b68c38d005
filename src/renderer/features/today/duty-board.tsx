import { useState } from 'react';
import { useCommand, useOperation } from '../../api/client.ts';
import { useDutyNotes } from '../../api/use-duty-notes.ts';
import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import type { Tone } from '../../ui/theme/tone.ts';
import { Button } from '../../ui/form/button.tsx';
import { CalendarIcon, DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { BoardRow } from './board-row.tsx';
import styles from './duty-board.module.css';
import { keyOf, type Board, type BoardDuty } from './duties.ts';

interface DutyBoardProps {
  readonly board: Board;
  readonly today: string;
}

/** What is due in every case: overdue, today, this week; what was done today stays to be seen. */
export function DutyBoard({ board, today }: DutyBoardProps) {
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const mayNote = useMay('duties.fulfil');
  const notes = useDutyNotes();
  const exporting = useCommand('duties.export-calendar');
  const showing = useCommand('files.show-in-folder');
  const [noting, setNoting] = useState<string>();
  /** The row that the focus follows when it changes its group. */
  const [moved, setMoved] = useState<string>();
  const [weekOpen, setWeekOpen] = useState(false);
  const { overdue, today: due, week, done } = board;

  const undo = (duty: BoardDuty) =>
    notes.reopen(duty.exclusionId, duty.key, 'Taken back on Today', () => {
      setMoved(keyOf(duty));
      notify({ tone: 'info', title: 'Open again', text: duty.title });
    });
  const exportCalendar = () =>
    exporting.mutate(
      {},
      {
        onSuccess: ({ fileId, fileName, deadlines }) =>
          notify({
            title: `${fileName} written`,
            text: `${String(deadlines)} deadlines, with initials instead of names.`,
            action: { label: 'Show in folder', onSelect: () => showing.mutate({ fileId }) },
          }),
        onError: ({ error: { code, message } }) => {
          if (code !== 'cancelled') notify({ tone: 'overdue', title: 'No file was written', text: message });
        },
      },
    );

  const row = (duty: BoardDuty) => (
    <BoardRow
      key={keyOf(duty)}
      duty={duty}
      user={user}
      mayNote={mayNote}
      busy={notes.busy}
      error={notes.error}
      noting={noting === keyOf(duty)}
      takeFocus={moved === keyOf(duty)}
      onNote={(open) => {
        notes.clear();
        setNoting(open ? keyOf(duty) : undefined);
      }}
      onDone={(note) =>
        notes.fulfil(duty.exclusionId, duty.key, note, () => {
          setNoting(undefined);
          setMoved(keyOf(duty));
          notify({
            title: 'Noted as done',
            text: duty.title,
            action: { label: 'Undo', onSelect: () => undo(duty) },
          });
        })
      }
      onUndo={() => undo(duty)}
    />
  );

  const groups: readonly (readonly [string, Tone, readonly BoardDuty[]])[] = [
    ['Overdue', 'overdue', overdue],
    [board.date === today ? 'Today' : 'That day', 'due', due],
    ['This week', 'info', week],
    [board.date === today ? 'Done today' : 'Done that day', 'done', done],
  ];
  const nothing = overdue.length + due.length + week.length === 0;
  return (
    <div id="duties-due" tabIndex={-1} className={styles.board}>
      <Panel
        title="What is due"
        flush
        actions={
          <Button
            size="small"
            variant="quiet"
            icon={CalendarIcon}
            loading={exporting.isPending}
            onClick={exportCalendar}
          >
            Export deadlines (.ics)
          </Button>
        }
      >
        {notes.error !== undefined && noting === undefined ? (
          <div className={styles.refused}>
            <ErrorCallout title="Nothing was changed" error={notes.error} />
          </div>
        ) : null}
        {nothing && done.length === 0 ? (
          <EmptyState icon={DoneIcon} title="Nothing is due">
            Nothing is overdue, and nothing falls in the next seven days.
          </EmptyState>
        ) : (
          groups.map(([title, tone, duties]) =>
            duties.length === 0 ? null : (
              <section key={title} className={styles.group} data-group={tone} aria-label={title}>
                <h3 className={styles.groupTitle}>
                  {title} <span className={styles.count}>{duties.length}</span>
                  {isLong(tone, duties) ? (
                    <Button
                      size="small"
                      variant="quiet"
                      expanded={weekOpen}
                      onClick={() => setWeekOpen(!weekOpen)}
                    >
                      {weekOpen ? 'Fold away' : 'Show them'}
                    </Button>
                  ) : null}
                </h3>
                {isLong(tone, duties) && !weekOpen ? null : (
                  <ul className={styles.rows}>{duties.map(row)}</ul>
                )}
              </section>
            ),
          )
        )}
      </Panel>
    </div>
  );
}

/** What is still to come is folded away where it would push everything after it off the screen. */
const isLong = (tone: Tone, duties: readonly BoardDuty[]): boolean => tone === 'info' && duties.length > 8;
