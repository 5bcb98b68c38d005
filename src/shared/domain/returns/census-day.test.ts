import { expect, it } from 'vitest';
import { censusDay } from './census-day.ts';

it.each([
  ['SPR', 2013, '2013-01-17'],
  ['SPR', 2020, '2020-01-16'],
  ['AUT', 2024, '2024-10-03'],
  ['AUT', 2025, '2025-10-02'],
  ['SPR', 2026, '2026-01-15'],
  ['SUM', 2026, '2026-05-21'],
] as const)('the %s census of %d is on %s', (term, year, day) => {
  expect(censusDay(term, year)).toBe(day);
});
