import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardLegend } from './board-legend.tsx';
import { bestCell, runOf, type Board, type BoardRow } from './board-view.ts';
import type { Itinerary } from './itinerary.ts';
import { OpenSessions } from './open-sessions.tsx';
import { Refusal } from './refusal.tsx';
import { RunBar } from './run-bar.tsx';
import type { Selection } from './selection.ts';
import { SessionDetail } from './session-detail.tsx';
import type { Booking } from './use-booking.ts';
import { focusCell, type Position } from './use-grid-keys.ts';
import { useMay } from '../../api/use-may.ts';
import type { View } from './use-view.ts';
import { WeekBar } from './week-bar.tsx';
import styles from './board.module.css';

interface BoardWorkProps {
  readonly board: Board;
  /** The board is the one asked for, not the last one shown while the next loads. */
  readonly settled: boolean;
  readonly view: View;
  readonly monday: string;
  readonly onMonday: (monday: string) => void;
  readonly today: string;
  readonly picked: Itinerary | undefined;
  readonly mayBook: boolean;
  readonly booking: Booking;
  /** Somebody was just picked: go to the best first cell. */
  readonly takeFocus: boolean;
  readonly onFocusTaken: () => void;
  /** Escape from the grid. */
  readonly onLeave: () => void;
}

const KEYS = [
  'Arrow keys move over the board.',
  'Space puts a session in the run, Shift and an arrow stretch it.',
  'Enter books the run, or all the provider can take this week. H holds it.',
  'Page Up and Page Down change the week.',
].join(' ');

/** One week of the board, the run being put together on it, and the booking of that run. */
export function BoardWork(props: BoardWorkProps) {
  const { board, settled, view, monday, onMonday, today, picked, mayBook, booking } = props;
  const { takeFocus, onFocusTaken, onLeave } = props;
  const mayEdit = useMay('providers.edit');
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Position>();
  const [selection, setSelection] = useState<Selection>();
  const exclusionId = picked?.exclusionId;
  const rows = board.providers;

  const arrive = useEffectEvent(() => {
    const start = bestCell(rows, today) ?? (rows[0] && { providerId: rows[0].id, column: 0 });
    if (!start) return;
    setActive(start);
    focusCell(grid.current, start);
    onFocusTaken();
  });
  const ready = takeFocus && settled && picked !== undefined;
  useEffect(() => {
    if (ready) arrive();
  }, [ready]);

  const book = async (row: BoardRow, sessions: readonly Session[], hold: boolean) => {
    if (!mayBook || exclusionId === undefined || sessions.length === 0) return;
    // The week stays where it is, though the first session without a place is now a later one.
    onMonday(monday);
    const request = { exclusionId, providerId: row.id, providerName: row.name, sessions, hold };
    if (await booking.book(request)) setSelection(undefined);
  };

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={PlaceIcon}
        title="No providers yet"
        action={
          mayEdit ? (
            <ButtonLink variant="primary" to="/places/providers/$providerId" params={{ providerId: 'new' }}>
              Add a provider
            </ButtonLink>
          ) : undefined
        }
      >
        {mayEdit
          ? 'Add the places where excluded pupils can be taught: your own unit, a pupil referral unit, a partner school, an authority centre.'
          : 'The places where excluded pupils can be taught are not entered yet. Ask whoever sets the school up.'}
      </EmptyState>
    );
  }

  const activeRow = rows.find(({ id }) => id === active?.providerId) ?? rows[0];
  const activeCell = activeRow?.cells[active?.column ?? 0];
  const runRow = selection ? rows.find(({ id }) => id === selection.providerId) : activeRow;
  const run = selection?.sessions ?? (runRow ? runOf(runRow, today) : []);
  const bookRun = (hold: boolean) => {
    if (runRow) void book(runRow, run, hold);
  };

  return (
    <div className={styles.work}>
      <WeekBar
        monday={monday}
        today={today}
        next={picked?.sessions.find(({ date, place }) => date >= today && place === undefined)}
        onChange={onMonday}
      />
      {booking.failure ? <Refusal failure={booking.failure} /> : null}
      {view === 'list' ? (
        <OpenSessions
          board={board}
          today={today}
          picked={picked !== undefined}
          canBook={mayBook && picked !== undefined}
          busy={booking.busy}
          onBook={(row, sessions, hold) => void book(row, sessions, hold)}
        />
      ) : (
        <div className={styles.gridPanel}>
          <VisuallyHidden>
            <span id="board-keys">{KEYS}</span>
          </VisuallyHidden>
          <BoardGrid
            ref={grid}
            board={board}
            today={today}
            exclusionId={exclusionId}
            mayBook={mayBook}
            active={active}
            selection={selection}
            onActive={setActive}
            onSelect={setSelection}
            onBook={({ providerId }, hold) => {
              const row = rows.find(({ id }) => id === providerId);
              if (selection) bookRun(hold);
              else if (row) void book(row, runOf(row, today), hold);
            }}
            onWeek={(direction) => onMonday(addDays(monday, direction * 7))}
            onLeave={onLeave}
          />
          <div className={styles.foot}>
            {activeRow && activeCell ? (
              <SessionDetail row={activeRow} cell={activeCell} exclusionId={exclusionId} />
            ) : null}
            {!mayBook ? (
              <p className={styles.quiet}>Your role may look at the board, not book.</p>
            ) : picked === undefined ? (
              <p className={styles.quiet}>Pick a pupil at the left to book places.</p>
            ) : (
              <RunBar
                providerName={runRow?.name}
                sessions={run}
                selection={selection}
                waiting={picked.uncovered > 0}
                busy={booking.busy}
                onBook={bookRun}
                onClear={() => setSelection(undefined)}
              />
            )}
          </div>
          <BoardLegend picked={picked !== undefined} mayBook={mayBook} />
        </div>
      )}
    </div>
  );
}
