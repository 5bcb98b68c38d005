import { ownPlaceIn, sessionKey, type Board, type BoardCell } from './board-view.ts';

/**
 * The board for a pupil who is not excluded: every session to come with a free place can be had, as far as the board
 * can tell. The rules of the provider are checked when it is booked.
 */
export function boardForOther(board: Board, pupilId: string, today: string): Board {
  const taken = new Map<string, string>();
  for (const { name, cells } of board.providers)
    for (const cell of cells) if (ownPlaceIn(cell, pupilId)) taken.set(sessionKey(cell), name);
  const forPupil = (cell: BoardCell): BoardCell => {
    if (cell.date < today || cell.state === 'not-run') return cell;
    const elsewhere = taken.get(sessionKey(cell));
    const cannot =
      elsewhere === undefined
        ? cell.state === 'open'
          ? undefined
          : cell.state === 'full'
            ? 'Full'
            : `Closed (${cell.reason ?? 'no reason given'})`
        : `The pupil already has a place then at ${elsewhere}`;
    return { ...cell, wanted: true, ...(cannot === undefined ? {} : { cannot }) };
  };
  return {
    ...board,
    providers: board.providers.map((row) => ({ ...row, cells: row.cells.map(forPupil) })),
  };
}
