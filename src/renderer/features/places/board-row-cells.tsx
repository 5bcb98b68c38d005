import { memo } from 'react';
import { CheckIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import {
  cellSentence,
  cellText,
  isBookable,
  ownPlaceIn,
  sessionKey,
  type BoardCell,
  type BoardRow,
} from './board-view.ts';
import styles from './grid.module.css';

const COLUMNS = [1, 2, 3, 4, 5].flatMap((day) => [`${String(day)} am`, `${String(day)} pm`]);

interface RowProps {
  readonly row: BoardRow;
  readonly today: string;
  /** The picked pupil's exclusion. */
  readonly exclusionId: string | undefined;
  /** The column that takes the focus when the board does, if it is in this row. */
  readonly activeColumn: number | undefined;
  /** Keys of the selected sessions, if the run is this provider's. */
  readonly selected: ReadonlySet<string> | undefined;
}

/** One provider's week. Drawn again only when something in it changes: a board may have 600 cells. */
export const BoardRowCells = memo(function BoardRowCells(props: RowProps) {
  const { row, today, exclusionId, activeColumn, selected } = props;
  return (
    <tr>
      <th scope="row" className={styles.provider} title={row.name}>
        <span className={styles.providerName}>{row.name}</span>
      </th>
      {row.cells.map((cell, column) => (
        <Cell
          // By its place in the week, not its date: the cell keeps the focus when the week changes.
          key={COLUMNS[column]}
          cell={cell}
          column={column}
          providerId={row.id}
          past={cell.date < today}
          exclusionId={exclusionId}
          active={column === activeColumn}
          selected={selected?.has(sessionKey(cell)) ?? false}
        />
      ))}
    </tr>
  );
});

interface CellProps {
  readonly cell: BoardCell;
  readonly column: number;
  readonly providerId: string;
  readonly past: boolean;
  readonly exclusionId: string | undefined;
  readonly active: boolean;
  readonly selected: boolean;
}

function Cell({ cell, column, providerId, past, exclusionId, active, selected }: CellProps) {
  const picked = exclusionId !== undefined;
  const own = ownPlaceIn(cell, exclusionId);
  const bookable = isBookable(cell);
  const share = (count: number) => `${String(cell.capacity > 0 ? (count / cell.capacity) * 100 : 0)}%`;
  const shown = cell.state === 'open' || cell.state === 'full';
  const words = [
    cellSentence(cell, exclusionId),
    selected && 'selected',
    bookable && !selected && 'to cover',
  ].filter(Boolean);
  return (
    <td
      data-provider={providerId}
      data-column={column}
      tabIndex={active ? 0 : -1}
      aria-label={words.join(', ')}
      aria-description={cell.cannot}
      aria-selected={bookable ? selected : undefined}
      title={cell.cannot ?? cell.reason}
      className={classes(
        styles.cell,
        styles[cell.state],
        column % 2 === 0 && styles.dayStart,
        past && styles.past,
        picked && !bookable && !own && styles.dim,
        bookable && styles.wanted,
        own && (own.state === 'held' ? styles.ownHeld : styles.ownBooked),
        selected && styles.selected,
      )}
    >
      <span className={styles.cellText} aria-hidden="true">
        {selected ? <CheckIcon size={13} /> : null}
        {cellText(cell, exclusionId)}
      </span>
      {shown ? (
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.barBooked} style={{ width: share(cell.booked) }} />
          <span className={styles.barHeld} style={{ width: share(cell.held) }} />
        </span>
      ) : null}
    </td>
  );
}
