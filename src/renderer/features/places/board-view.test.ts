import { describe, expect, test } from 'vitest';
import {
  bestCell,
  canStandInRun,
  cellSentence,
  cellText,
  mondayOf,
  runOf,
  toRunSession,
  waivedRunOf,
  weekLabel,
  type BoardCell,
  type BoardRow,
} from './board-view.ts';
import { stretch, toggle } from './selection.ts';

const DATES = ['2025-11-17', '2025-11-18'];

const cell = (at: number, change: Partial<BoardCell> = {}): BoardCell => ({
  date: DATES[Math.floor(at / 2)] ?? '',
  slot: at % 2 === 0 ? 'am' : 'pm',
  state: 'open',
  capacity: 3,
  booked: 1,
  held: 1,
  wanted: true,
  pupils: [],
  ...change,
});

const row = (id: string, changes: readonly Partial<BoardCell>[]): BoardRow => ({
  id,
  name: id,
  kind: 'pru',
  cells: changes.map((change, at) => cell(at, change)),
});

const no = { cannot: 'Full' };

test('a weekend looks ahead to its next school week', () => {
  expect(['2025-11-17', '2025-11-21', '2025-11-22', '2025-11-23'].map(mondayOf)).toEqual([
    '2025-11-17',
    '2025-11-17',
    '2025-11-24',
    '2025-11-24',
  ]);
});

test.each([
  ['2025-11-17', 'Mon 17 to Fri 21 November 2025'],
  ['2025-09-29', 'Mon 29 September to Fri 3 October 2025'],
])('the week of %s is “%s”', (monday, words) => {
  expect(weekLabel(monday)).toBe(words);
});

describe('what Enter books in a row', () => {
  test('is every session from today on that the provider can take', () => {
    const oak = row('oak', [{}, no, { wanted: false }, {}]);
    expect(runOf(oak, '2025-11-17').map(({ date, slot }) => `${date} ${slot}`)).toEqual([
      '2025-11-17 am',
      '2025-11-18 pm',
    ]);
    expect(runOf(oak, '2025-11-18').map(({ date }) => date)).toEqual(['2025-11-18']);
  });

  test('starts at the provider that can take most, the first of equals; nowhere when none can', () => {
    const rows = [row('elm', [no, no, {}, no]), row('oak', [no, {}, {}, no]), row('ash', [{}, {}, no, no])];
    expect(bestCell(rows, '2025-11-17')).toEqual({ providerId: 'oak', column: 1 });
    expect(bestCell([row('elm', [no, no, no, no])], '2025-11-17')).toBeUndefined();
  });
});

describe('a session that only rules stand against', () => {
  const rule = { cannot: 'It does not take Year 9', waivable: true };

  test('is no part of a run, but may stand in one for a role that may waive', () => {
    const oak = row('oak', [rule, no, { escort: true }]);
    expect(runOf(oak, '2025-11-17')).toMatchObject([{ date: '2025-11-18', escort: true, waive: false }]);
    expect(oak.cells.map((one) => canStandInRun(one, true))).toEqual([true, false, true]);
    expect(oak.cells.map((one) => canStandInRun(one, false))).toEqual([false, false, true]);
    expect(stretch(oak, 0, 2, true)?.sessions.map(({ waive }) => waive)).toEqual([true, false]);
  });

  test('is offered where the provider can take nothing without', () => {
    const elm = row('elm', [rule, no, rule]);
    expect(waivedRunOf(elm, '2025-11-17').map(({ date }) => date)).toEqual(['2025-11-17', '2025-11-18']);
    expect(waivedRunOf(row('oak', [rule, {}]), '2025-11-17')).toEqual([]);
    expect(elm.cells.map(toRunSession).every(({ waive }) => waive)).toBe(true);
  });
});

describe('a cell says', () => {
  const mine = {
    placeId: '1',
    placementId: 'm',
    purpose: 'exclusion',
    pupilId: 'p',
    exclusionId: 'e',
    name: 'Amara Okafor',
    state: 'held',
  } as const;
  test.each([
    [cell(0), '2 of 3', '2 of 3 taken, 1 of them held'],
    [cell(0, { state: 'full', booked: 3, held: 0 }), 'Full', 'full, 3 of 3 taken'],
    [cell(0, { outOfUse: 2 }), '2 of 3', '2 of 3 taken, 1 of them held, 2 out of use'],
    [cell(0, { state: 'closed', reason: 'Flood' }), 'Closed', 'closed: Flood'],
    [cell(0, { state: 'not-run', capacity: 0 }), '–', 'does not run'],
    [cell(0, { pupils: [mine] }), 'Held', 'held for this pupil, 2 of 3 taken, 1 of them held'],
  ])('%#', (one, text, sentence) => {
    expect([cellText(one, 'p'), cellSentence(one, 'p')]).toEqual([text, sentence]);
  });

  test('nothing of another pupil’s place as its own', () => {
    expect(cellText(cell(0, { pupils: [mine] }), undefined)).toBe('2 of 3');
  });
});

describe('the run being put together', () => {
  const [first, second] = [
    { date: '2025-11-17', slot: 'am', waive: false, escort: false },
    { date: '2025-11-17', slot: 'pm', waive: false, escort: false },
  ] as const;

  test('grows and shrinks by one, in order, and is gone when empty', () => {
    const two = toggle(toggle(undefined, 'oak', second), 'oak', first);
    expect(two).toEqual({ providerId: 'oak', sessions: [first, second] });
    expect(toggle(toggle(two, 'oak', first), 'oak', second)).toBeUndefined();
  });

  test('begins anew at another provider', () => {
    expect(toggle({ providerId: 'oak', sessions: [first] }, 'elm', second)).toEqual({
      providerId: 'elm',
      sessions: [second],
    });
  });

  test('stretches over what can be booked between two columns, whichever is first', () => {
    const oak = row('oak', [{}, no, {}, {}]);
    expect(stretch(oak, 2, 0, false)?.sessions.map(({ date, slot }) => `${date} ${slot}`)).toEqual([
      '2025-11-17 am',
      '2025-11-18 am',
    ]);
    expect(stretch(oak, 1, 1, false)).toBeUndefined();
  });
});
