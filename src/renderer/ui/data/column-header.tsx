import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { usePrinting } from '../hooks/use-printing.ts';
import { classes } from '../theme/classes.ts';
import type { SortDirection } from './sort-rows.ts';
import styles from './data-table.module.css';

interface Props {
  readonly header: string;
  readonly numeric: boolean | undefined;
  readonly width: string | undefined;
  /** How the table is sorted by this column, if it is. */
  readonly direction: SortDirection | undefined;
  readonly onSort: ((direction: SortDirection) => void) | undefined;
}

/** Head of a column; where it sorts, a button that says how. */
export function ColumnHeader({ header, numeric, width, direction, onSort }: Props) {
  // A button is drawn once: only plain text repeats at the head of every sheet.
  const printing = usePrinting();
  const IconOf =
    direction === undefined ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      className={classes(numeric && styles.right)}
      style={width ? { width } : undefined}
      aria-sort={onSort ? (direction ?? 'none') : undefined}
    >
      {onSort && !printing ? (
        <button
          type="button"
          className={styles.sort}
          data-sorted={direction !== undefined}
          onClick={() => onSort(direction === 'ascending' ? 'descending' : 'ascending')}
        >
          {header}
          <IconOf size={14} className={classes(direction === undefined && styles.faint)} aria-hidden="true" />
        </button>
      ) : (
        header
      )}
    </th>
  );
}
