import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useOverflows } from '../hooks/use-overflows.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { classes } from '../theme/classes.ts';
import hidden from '../words/visually-hidden.module.css';
import { ColumnHeader } from './column-header.tsx';
import { sortRows, type SortDirection, type SortValue } from './sort-rows.ts';
import { useRowKeys } from './use-row-keys.ts';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** What the cell shows; without it, `value`. */
  readonly render?: ((row: Row) => ReactNode) | undefined;
  /** What the column sorts by; without it the column does not sort. */
  readonly value?: ((row: Row) => SortValue) | undefined;
  /** Right-aligned figures. */
  readonly numeric?: boolean | undefined;
  /** CSS width, such as "120px" or "30%". */
  readonly width?: string | undefined;
  readonly nowrap?: boolean | undefined;
  /** For the row of totals at the foot. */
  readonly total?: ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table is, for screen readers (and shown, with `showCaption`). */
  readonly caption: string;
  readonly showCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter on a row, or a click, opens it. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selectedKey?: string | undefined;
  readonly initialSort?: { readonly key: string; readonly direction: SortDirection } | undefined;
  /** An EmptyState: what to do next. */
  readonly empty: ReactNode;
  /** CSS height after which the table scrolls under its header, e.g. "60vh". Lists over 200 rows need one. */
  readonly maxHeight?: string | undefined;
}

const ROW_HEIGHT = 33;
const DRAW_ALL_UP_TO = 200;

/** A real table: sorting headers, rows moved through with the arrow keys, only the rows in view drawn when they are many. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, onOpen, selectedKey, initialSort, empty, maxHeight } =
    props;
  const [sort, setSort] = useState(initialSort);
  const frame = useRef<HTMLDivElement>(null);
  const [overflows, watch] = useOverflows();
  const setFrame = useCallback(
    (element: HTMLDivElement | null) => {
      frame.current = element;
      return watch(element);
    },
    [watch],
  );
  const printing = usePrinting();

  const sorted = useMemo(() => {
    const valueOf = columns.find((column) => column.key === sort?.key)?.value;
    return sort && valueOf ? sortRows(rows, valueOf, sort.direction) : rows;
  }, [rows, columns, sort]);

  const windowed = sorted.length > DRAW_ALL_UP_TO && maxHeight !== undefined && !printing;
  const virtual = useVirtualizer({
    count: sorted.length,
    enabled: windowed,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const drawn = virtual.getVirtualItems();
  const first = windowed ? (drawn.at(0)?.index ?? 0) : 0;
  const last = windowed ? (drawn.at(-1)?.index ?? -1) : sorted.length - 1;
  const above = windowed ? (drawn.at(0)?.start ?? 0) : 0;
  const below = windowed ? virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) : 0;

  const open = (index: number) => {
    const row = sorted[index];
    if (row !== undefined) onOpen?.(row);
  };
  const keys = useRowKeys(sorted.length, onOpen && open, (index) => {
    if (windowed) virtual.scrollToIndex(index);
  });

  if (rows.length === 0) return empty;

  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div
      ref={setFrame}
      className={styles.frame}
      style={maxHeight ? { maxHeight } : undefined}
      // A region that scrolls can be reached and scrolled by keyboard.
      {...(overflows && !onOpen ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className={styles.table} aria-rowcount={windowed ? sorted.length + 1 : undefined}>
        <caption className={showCaption ? styles.caption : hidden.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeader
                key={column.key}
                header={column.header}
                numeric={column.numeric}
                width={column.width}
                direction={sort?.key === column.key ? sort.direction : undefined}
                onSort={column.value ? (direction) => setSort({ key: column.key, direction }) : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={keys.body}>
          <Spacer height={above} />
          {sorted.slice(first, last + 1).map((row, offset) => {
            const index = first + offset;
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={windowed ? index + 2 : undefined}
                aria-current={key === selectedKey ? 'true' : undefined}
                className={classes(
                  styles.row,
                  onOpen && styles.openable,
                  key === selectedKey && styles.selected,
                )}
                tabIndex={onOpen ? (index === keys.current ? 0 : -1) : undefined}
                onFocus={() => keys.setCurrent(index)}
                onKeyDown={keys.onKeyDown}
                onClick={(event) => {
                  if (!isControl(event.target)) open(index);
                }}
              >
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={classes(column.numeric && styles.right, column.nowrap && styles.nowrap)}
                  >
                    {column.render ? column.render(row) : (column.value?.(row) ?? '')}
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={below} />
        </tbody>
        {hasTotals ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={classes(column.numeric && styles.right)}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label, summary') !== null;
}
