import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['9:30 am', '09:30'],
  [' 09.30 ', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['12', '12:00'],
  ['12.15 am', '00:15'],
  ['12.00 PM', '12:00'],
  ['1 pm', '13:00'],
  ['13.00', '13:00'],
  ['3.30', '15:30'],
  ['03:30', '03:30'],
])('%j is %s', (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test.each(['', 'nine', '24.00', '9.75', '13 pm', '0 am', '9.3', '12345'])('%j is no time', (text) => {
  expect(parseTime(text)).toBeUndefined();
});
