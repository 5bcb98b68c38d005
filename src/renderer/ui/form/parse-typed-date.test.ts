import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { parseTypedDate } from './parse-typed-date.ts';

const TODAY = '2025-05-23'; // a Friday

test.each([
  ['3 6 25', '2025-06-03'],
  ['3/6/2025', '2025-06-03'],
  ['03.06.2025', '2025-06-03'],
  ['3-6-25', '2025-06-03'],
  ['030625', '2025-06-03'],
  ['03062025', '2025-06-03'],
  ['3 June 2025', '2025-06-03'],
  ['3rd of Jun 25', '2025-06-03'],
  ['Tuesday 3 June 2025', '2025-06-03'],
  ['2025-06-03', '2025-06-03'],
  ['today', '2025-05-23'],
  ['Tomorrow', '2025-05-24'],
  ['yesterday', '2025-05-22'],
  ['fri', '2025-05-23'],
  ['Monday', '2025-05-26'],
])('reads "%s" as %s', (typed, iso) => {
  expect(parseTypedDate(typed, TODAY)).toBe(iso);
});

test('a day without its year is the nearest one', () => {
  expect(parseTypedDate('3 6', TODAY)).toBe('2025-06-03');
  expect(parseTypedDate('20 dec', '2026-01-05')).toBe('2025-12-20');
  expect(parseTypedDate('5 jan', '2025-12-20')).toBe('2026-01-05');
});

test.each(['', '3', '31 6 25', '29 2 2025', '6/13/2025', 'june', '3 foo 2025', '1 2 3 4', '3 6 225'])(
  'does not take "%s" for a day',
  (typed) => {
    expect(parseTypedDate(typed, TODAY)).toBeUndefined();
  },
);

test('reads back every date as the app writes it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseTypedDate(formatDate(iso), TODAY)).toBe(iso);
      },
    ),
  );
});
