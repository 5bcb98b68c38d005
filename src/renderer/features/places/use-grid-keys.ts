import { useRef, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react';
import { canStandInRun, toRunSession, type BoardRow } from './board-view.ts';
import { stretch, toggle, type Selection } from './selection.ts';

/** A cell by where it stands. */
export interface Position {
  readonly providerId: string;
  readonly column: number;
}

interface GridKeys {
  readonly rows: readonly BoardRow[];
  readonly selection: Selection | undefined;
  /** A pupil is picked and the role may book. */
  readonly canSelect: boolean;
  /** Sessions that need a rule waived may be selected too. */
  readonly mayOverride: boolean;
  readonly onActive: (position: Position) => void;
  readonly onSelect: (selection: Selection | undefined) => void;
  readonly onBook: (position: Position, hold: boolean) => void;
  readonly onWeek: (direction: -1 | 1) => void;
  readonly onLeave: () => void;
}

const cellAt = (grid: Element, { providerId, column }: Position): HTMLElement | null =>
  grid.querySelector<HTMLElement>(
    `[data-provider="${CSS.escape(providerId)}"][data-column="${String(column)}"]`,
  );

export const focusCell = (grid: Element | null, position: Position): void => {
  if (grid) cellAt(grid, position)?.focus();
};

const positionOf = (target: EventTarget): Position | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-provider]') : null;
  const { provider, column } = cell?.dataset ?? {};
  return provider === undefined ? undefined : { providerId: provider, column: Number(column) };
};

/**
 * The board's keys, as of a spreadsheet: arrows, Home and End move; Space puts a session in the run, Shift and an
 * arrow stretches it; Enter books, H holds; Page Up and Down change the week; Escape drops the run, then leaves.
 */
export function useGridKeys(keys: GridKeys) {
  const { rows, selection, canSelect, mayOverride, onActive, onSelect, onBook, onWeek, onLeave } = keys;
  const anchor = useRef<Position>(undefined);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = positionOf(event.target);
    if (!from || (event.ctrlKey && !['Home', 'End'].includes(event.key)) || event.altKey || event.metaKey)
      return;
    const handled = act(event, from);
    if (handled) event.preventDefault();
  };

  const act = (event: KeyboardEvent<HTMLElement>, from: Position): boolean => {
    const { key, shiftKey, ctrlKey } = event;
    const to = destination(rows, from, key, ctrlKey);
    if (to) {
      const row = rows.find(({ id }) => id === from.providerId);
      if (shiftKey && canSelect && row && to.providerId === from.providerId) {
        if (anchor.current?.providerId !== from.providerId) anchor.current = from;
        onSelect(stretch(row, anchor.current.column, to.column, mayOverride));
      } else {
        anchor.current = undefined;
      }
      focusCell(event.currentTarget, to);
      return true;
    }
    switch (key) {
      case ' ':
        pick(from);
        return true;
      case 'Enter':
        onBook(from, false);
        return true;
      case 'h':
      case 'H':
        onBook(from, true);
        return true;
      case 'PageUp':
      case 'PageDown':
        onWeek(key === 'PageUp' ? -1 : 1);
        return true;
      case 'Escape':
        if (selection) onSelect(undefined);
        else onLeave();
        return true;
      default:
        return false;
    }
  };

  const pick = (position: Position) => {
    const cell = rows.find(({ id }) => id === position.providerId)?.cells[position.column];
    if (!canSelect || !cell || !canStandInRun(cell, mayOverride)) return;
    anchor.current = position;
    onSelect(toggle(selection, position.providerId, toRunSession(cell)));
  };

  return {
    onKeyDown,
    onClick: (event: MouseEvent) => {
      const position = positionOf(event.target);
      if (position) pick(position);
    },
    onFocus: (event: SyntheticEvent) => {
      const position = positionOf(event.target);
      if (position) onActive(position);
    },
  };
}

/** Where a moving key leads; the edges hold. */
function destination(
  rows: readonly BoardRow[],
  { providerId, column }: Position,
  key: string,
  ctrl: boolean,
): Position | undefined {
  const at = rows.findIndex(({ id }) => id === providerId);
  const last = (rows[at]?.cells.length ?? 1) - 1;
  const to = (row: number, col: number): Position => ({
    providerId: rows[Math.min(Math.max(row, 0), rows.length - 1)]?.id ?? providerId,
    column: Math.min(Math.max(col, 0), last),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(at, column - 1);
    case 'ArrowRight':
      return to(at, column + 1);
    case 'ArrowUp':
      return to(at - 1, column);
    case 'ArrowDown':
      return to(at + 1, column);
    case 'Home':
      return to(ctrl ? 0 : at, 0);
    case 'End':
      return to(ctrl ? rows.length - 1 : at, last);
    default:
      return undefined;
  }
}
