import { Fragment, useMemo, type Ref } from 'react';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { classes } from '../../ui/theme/classes.ts';
import { BoardRowCells } from './board-row-cells.tsx';
import { sessionKey, shortDay, type Board } from './board-view.ts';
import type { Selection } from './selection.ts';
import { useGridKeys, type Position } from './use-grid-keys.ts';
import styles from './grid.module.css';

interface BoardGridProps {
  readonly board: Board;
  readonly today: string;
  readonly pupilId: string | undefined;
  readonly mayBook: boolean;
  readonly mayOverride: boolean;
  readonly active: Position | undefined;
  readonly selection: Selection | undefined;
  readonly onActive: (position: Position) => void;
  readonly onSelect: (selection: Selection | undefined) => void;
  readonly onBook: (position: Position, hold: boolean) => void;
  readonly onWeek: (direction: -1 | 1) => void;
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLTableElement>;
}

/** The board itself: providers by the sessions of the week, worked like a spreadsheet. */
export function BoardGrid(props: BoardGridProps) {
  const { board, today, pupilId, mayBook, mayOverride, active, selection, ref } = props;
  const { onActive, onSelect, onBook, onWeek, onLeave } = props;
  const rows = board.providers;
  const keys = useGridKeys({
    rows,
    selection,
    canSelect: mayBook && pupilId !== undefined,
    mayOverride,
    onActive,
    onSelect,
    onBook,
    onWeek,
    onLeave,
  });
  const selected = useMemo(() => new Set(selection?.sessions.map(sessionKey)), [selection]);
  // Exactly one cell is in the tab order: the last one used, or the first.
  const current =
    active && rows.some(({ id }) => id === active.providerId)
      ? active
      : rows[0] && { providerId: rows[0].id, column: 0 };

  return (
    <div className={styles.frame}>
      <table
        ref={ref}
        role="grid"
        className={styles.grid}
        aria-label="Places by provider and session"
        aria-multiselectable="true"
        aria-describedby="board-keys"
        {...keys}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.corner}>
              Provider
            </th>
            {board.days.map(({ date, label, schoolClosed }) => (
              <th
                key={date}
                scope="colgroup"
                colSpan={2}
                className={classes(styles.day, date === today && styles.today)}
                title={schoolClosed ? `${label}: our school is closed (${schoolClosed})` : label}
              >
                {label.slice(0, 3)} {shortDay(date)}
                {date === today ? <span className={styles.dayNote}> today</span> : null}
                {schoolClosed ? <span className={styles.dayNote}> {schoolClosed}</span> : null}
              </th>
            ))}
          </tr>
          <tr>
            {board.days.flatMap(({ date }) =>
              (['am', 'pm'] as const).map((slot) => (
                <th
                  key={`${date} ${slot}`}
                  scope="col"
                  className={classes(styles.slot, slot === 'am' && styles.dayStart)}
                >
                  {slot}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.id}>
              {row.kind === rows[at - 1]?.kind ? null : (
                <tr className={styles.kindRow}>
                  <th scope="rowgroup" colSpan={1 + board.days.length * 2} className={styles.kind}>
                    <span className={styles.kindName}>{PROVIDER_KIND_WORDS[row.kind].many}</span>
                  </th>
                </tr>
              )}
              <BoardRowCells
                row={row}
                today={today}
                pupilId={pupilId}
                mayOverride={mayOverride}
                activeColumn={current?.providerId === row.id ? current.column : undefined}
                selected={selection?.providerId === row.id ? selected : undefined}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
