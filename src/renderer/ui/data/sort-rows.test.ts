import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

test('sorts numbers by size and words by their letters, without regard to capitals', () => {
  expect(sortRows([10, 9, 100], (n) => n, 'ascending')).toEqual([9, 10, 100]);
  expect(sortRows(['10B', 'émile', '9A', 'Zoe', 'eva'], (s) => s, 'ascending')).toEqual([
    '9A',
    '10B',
    'émile',
    'eva',
    'Zoe',
  ]);
});

test('rows without a value come last in both directions', () => {
  const rows = [{ n: null }, { n: 2 }, { n: 1 }];
  expect(sortRows(rows, (row) => row.n, 'ascending').map((row) => row.n)).toEqual([1, 2, null]);
  expect(sortRows(rows, (row) => row.n, 'descending').map((row) => row.n)).toEqual([2, 1, null]);
});

test('keeps the order of equal rows and leaves the given list alone', () => {
  const rows = [
    { name: 'b', at: 1 },
    { name: 'a', at: 1 },
  ];
  expect(sortRows(rows, (row) => row.at, 'descending')).toEqual(rows);
  sortRows(rows, (row) => row.name, 'ascending');
  expect(rows[0]?.name).toBe('b');
});
