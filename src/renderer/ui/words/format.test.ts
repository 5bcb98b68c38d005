import { expect, test } from 'vitest';
import { dayOfInstant, formatDays, formatTime, plural } from './format.ts';

test('times are written as schools write them', () => {
  expect(formatTime('09:30')).toBe('9.30 am');
  expect(formatTime('12:05')).toBe('12.05 pm');
  expect(formatTime('00:00')).toBe('12.00 am');
});

test('an instant is told in English time, summer time included', () => {
  expect(formatTime('2025-06-03T08:30:00.000Z')).toBe('9.30 am');
  expect(formatTime('2025-12-03T08:30:00.000Z')).toBe('8.30 am');
  expect(dayOfInstant('2025-06-03T23:30:00.000Z')).toBe('2025-06-04');
});

test('days come in halves', () => {
  expect(formatDays(29)).toBe('14.5');
  expect(formatDays(30)).toBe('15');
  expect(formatDays(0)).toBe('0');
});

test('a number and its noun agree', () => {
  expect(plural(1, 'pupil')).toBe('1 pupil');
  expect(plural(1234, 'pupil')).toBe('1,234 pupils');
  expect(plural(2, 'query', 'queries')).toBe('2 queries');
});
