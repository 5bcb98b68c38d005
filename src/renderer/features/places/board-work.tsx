import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { addDays } from '#shared/kernel/plain-date.ts';
import { useMay } from '../../api/use-may.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardLegend } from './board-legend.tsx';
import { bestCell, type Board } from './board-view.ts';
import { FreedPlaces } from './freed-places.tsx';
import { NoProviders } from './no-providers.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { openSessionsOf, pupilIdOf, type Picked } from './picked.ts';
import { Refusal } from './refusal.tsx';
import { RunBar } from './run-bar.tsx';
import { SessionDetail } from './session-detail.tsx';
import type { Booking } from './use-booking.ts';
import { focusCell, type Position } from './use-grid-keys.ts';
import { useRun } from './use-run.ts';
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
  readonly picked: Picked | undefined;
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
  'Page Up and Page Down change the week. S goes to the suggestion.',
].join(' ');

/** One week of the board, the run being put together on it, and the booking of that run. */
export function BoardWork(props: BoardWorkProps) {
  const { board, settled, view, monday, onMonday, today, picked, mayBook, booking } = props;
  const { takeFocus, onFocusTaken, onLeave } = props;
  const mayOverride = useMay('places.override');
  const grid = useRef<HTMLTableElement>(null);
  const escortField = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<Position>();
  const rows = board.providers;
  const activeRow = rows.find(({ id }) => id === active?.providerId) ?? rows[0];
  const plan = useRun({
    rows,
    activeRow,
    today,
    of: picked?.type === 'excluded' ? picked.itinerary.exclusionId : picked?.pupil,
    mayBook,
    mayOverride,
    booking,
    escortField,
    // The week stays where it is, though the first session without a place is now a later one.
    onBooking: () => onMonday(monday),
    onBooked: () => {
      if (active) focusCell(grid.current, active);
    },
  });

  const ready = takeFocus && settled && picked !== undefined;
  // Known while the board is drawn, so that its row is there when the focus comes.
  const start = ready
    ? (bestCell(rows, today) ?? (rows[0] && { providerId: rows[0].id, column: 0 }))
    : undefined;
  const arrive = useEffectEvent(() => {
    if (!start) return;
    setActive(start);
    focusCell(grid.current, start);
    onFocusTaken();
  });
  useEffect(() => {
    if (ready) arrive();
  }, [ready]);

  if (rows.length === 0) return <NoProviders />;

  const activeCell = activeRow?.cells[active?.column ?? 0];
  const pupilId = pupilIdOf(picked);
  const open = picked?.type === 'excluded' ? openSessionsOf(picked.itinerary, today) : [];
  const bar =
    picked === undefined || !mayBook ? null : (
      <RunBar
        plan={plan}
        mayOverride={mayOverride}
        chosenOnly={picked.type === 'other'}
        waiting={picked.type === 'other' || open.length > 0}
        busy={booking.busy}
        escortField={escortField}
      />
    );

  return (
    <div className={styles.work}>
      <WeekBar monday={monday} today={today} next={open[0]} onChange={onMonday} />
      {booking.failure ? <Refusal failure={booking.failure} /> : null}
      <FreedPlaces freed={booking.freed} onClose={booking.clear} />
      {view === 'list' ? (
        <OpenSessions
          board={board}
          today={today}
          picked={picked !== undefined}
          plan={plan}
          canBook={mayBook && picked !== undefined}
          mayOverride={mayOverride}
          busy={booking.busy}
          bar={bar}
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
            pupilId={pupilId}
            mayBook={mayBook}
            mayOverride={mayOverride}
            active={active ?? start}
            selection={plan.selection}
            onActive={setActive}
            onSelect={plan.select}
            onBook={({ providerId }, hold) => {
              const row = rows.find(({ id }) => id === providerId);
              if (plan.selection) plan.book(hold);
              else if (row) plan.bookAt(row, plan.offered(row), hold);
            }}
            onWeek={(direction) => onMonday(addDays(monday, direction * 7))}
            onLeave={onLeave}
          />
          <div className={styles.foot}>
            {activeRow && activeCell ? (
              <SessionDetail
                row={activeRow}
                cell={activeCell}
                pupilId={pupilId}
                mayOverride={mayOverride && mayBook}
              />
            ) : null}
            {bar ?? (
              <p className={styles.quiet}>
                {mayBook
                  ? 'Pick a pupil at the left to book places.'
                  : 'Your role may look at the board, not book.'}
              </p>
            )}
          </div>
          <BoardLegend picked={picked !== undefined} mayBook={mayBook} />
        </div>
      )}
    </div>
  );
}
