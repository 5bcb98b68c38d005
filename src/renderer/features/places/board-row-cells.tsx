import { memo, type CSSProperties } from 'react';
import { CheckIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import {
  canStandInRun,
  cellSentence,
  cellText,
  isBookable,
  isWaivable,
  ownPlaceIn,
  sessionKey,
  type BoardCell,
  type BoardRow,
} from './board-view.ts';
import { hideNames } from './hide-names.ts';
import styles from './grid.module.css';

const COLUMNS = [1, 2, 3, 4, 5].flatMap((day) => [`${String(day)} am`, `${String(day)} pm`]);

interface RowProps {
  readonly row: BoardRow;
  readonly today: string;
  readonly pupilId: string | undefined;
  /** Sessions that need a rule waived can be picked too. */
  readonly mayOverride: boolean;
  /** The column that takes the focus when the board does, if it is in this row. */
  readonly activeColumn: number | undefined;
  /** Keys of the selected sessions, if the run is this provider's. */
  readonly selected: ReadonlySet<string> | undefined;
}

/** One provider's week. Drawn again only when something in it changes: a board may have 600 cells. */
export const BoardRowCells = memo(function BoardRowCells(props: RowProps) {
  const { row, today, pupilId, mayOverride, activeColumn, selected } = props;
  const personName = usePersonName();
  const { week } = row;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.provider} title={row.name}>
        <span className={classes(styles.providerName, week && styles.oneLine)}>{row.name}</span>
        {week ? (
          <span
            className={classes(styles.week, week.pupils >= week.capacity && styles.weekFull)}
            title={`Takes at most ${String(week.capacity)} different pupils in a week; ${String(week.pupils)} come`}
          >
            {`${String(week.pupils)} of ${String(week.capacity)} in the week`}
          </span>
        ) : null}
      </th>
      {row.cells.map((cell, column) => (
        <Cell
          // By its place in the week, not its date: the cell keeps the focus when the week changes.
          key={COLUMNS[column]}
          cell={cell}
          column={column}
          providerId={row.id}
          past={cell.date < today}
          pupilId={pupilId}
          mayOverride={mayOverride}
          active={column === activeColumn}
          selected={selected?.has(sessionKey(cell)) ?? false}
          cannot={cell.cannot === undefined ? undefined : hideNames(cell.cannot, cell.pupils, personName)}
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
  readonly pupilId: string | undefined;
  readonly mayOverride: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  /** Why it cannot take the pupil, names as the curtain lets them be seen. */
  readonly cannot: string | undefined;
}

function Cell(props: CellProps) {
  const { cell, column, providerId, past, pupilId, mayOverride, active, selected, cannot } = props;
  const picked = pupilId !== undefined;
  const own = ownPlaceIn(cell, pupilId);
  const bookable = isBookable(cell);
  const waivable = !own && isWaivable(cell);
  const shown = cell.state === 'open' || cell.state === 'full';
  const words = [
    cellSentence(cell, pupilId),
    selected && 'selected',
    bookable && !selected && 'to cover',
    waivable && 'can be waived',
  ].filter(Boolean);
  return (
    <td
      data-provider={providerId}
      data-column={column}
      tabIndex={active ? 0 : -1}
      aria-label={words.join(', ')}
      aria-description={cannot}
      aria-selected={canStandInRun(cell, mayOverride) ? selected : undefined}
      style={shown ? barOf(cell) : undefined}
      title={cannot === undefined ? cell.reason : waivable ? `${cannot} (can be waived)` : cannot}
      className={classes(
        styles.cell,
        styles[cell.state],
        shown && styles.barred,
        column % 2 === 0 && styles.dayStart,
        past && styles.past,
        picked && !bookable && !own && styles.dim,
        bookable && styles.wanted,
        waivable && !past && styles.waivable,
        own && (own.state === 'held' ? styles.ownHeld : styles.ownBooked),
        selected && styles.selected,
      )}
    >
      <span className={styles.cellText} aria-hidden="true">
        {selected ? <CheckIcon size={13} /> : null}
        {cellText(cell, pupilId)}
      </span>
    </td>
  );
}

/** How far the bar beneath the figures goes; one background draws it, as a board has hundreds. */
const barOf = ({
  booked,
  held,
  capacity,
}: BoardCell): CSSProperties & Readonly<Record<`--${string}`, string>> => {
  const share = (count: number) => `${String(capacity > 0 ? (count / capacity) * 100 : 0)}%`;
  return { '--booked': share(booked), '--taken': share(booked + held) };
};
