import { useRef, useState, type KeyboardEvent } from 'react';

/**
 * One row of a table is in the tab order; arrow keys, Page Up and Down, Home and End move it, Enter opens.
 * `show` brings a row that is not drawn yet into view before it takes the focus.
 */
export function useRowKeys(
  count: number,
  open: ((index: number) => void) | undefined,
  show: (index: number) => void,
) {
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const at = Math.max(0, Math.min(current, count - 1));

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1));
    setCurrent(next);
    const focusRow = () => {
      const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`);
      row?.focus();
      return row !== undefined && row !== null;
    };
    if (focusRow()) return;
    show(next);
    requestAnimationFrame(focusRow);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A key pressed in a control inside the row belongs to that control.
    if (!(event.target instanceof HTMLTableRowElement)) return;
    if (event.key === 'Enter' && open) {
      event.preventDefault();
      open(at);
      return;
    }
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    moveTo(to);
  };

  return { current: at, setCurrent, body, onKeyDown };
}
