import { expect, test } from 'vitest';
import type { Board, BoardCell } from './board-view.ts';
import { boardForOther } from './other-board.ts';

const at = (date: string, change: Partial<BoardCell> = {}): BoardCell => ({
  date,
  slot: 'am',
  state: 'open',
  capacity: 1,
  booked: 0,
  held: 0,
  wanted: false,
  pupils: [],
  ...change,
});

const mine = {
  placeId: '1',
  placementId: '1',
  purpose: 'respite',
  pupilId: 'p',
  name: 'Amara Okafor',
  state: 'booked',
} as const;

const board: Board = {
  days: [],
  providers: [
    {
      id: 'oak',
      name: 'Oak House',
      kind: 'pru',
      cells: [at('2025-11-11'), at('2025-11-12', { pupils: [mine] }), at('2025-11-13'), at('2025-11-14')],
    },
    {
      id: 'elm',
      name: 'Elm',
      kind: 'pru',
      cells: [
        at('2025-11-11'),
        at('2025-11-12'),
        at('2025-11-13', { state: 'full' }),
        at('2025-11-14', { state: 'closed', reason: 'Flood' }),
      ],
    },
  ],
};

test('a pupil who is not excluded can have every free session from today on, and one place at a time', () => {
  const shown = boardForOther(board, 'p', '2025-11-12').providers.map(({ cells }) =>
    cells.map(({ wanted, cannot }) => (wanted ? (cannot ?? 'can') : 'no')),
  );
  expect(shown).toEqual([
    ['no', 'The pupil already has a place then at Oak House', 'can', 'can'],
    ['no', 'The pupil already has a place then at Oak House', 'Full', 'Closed (Flood)'],
  ]);
});
