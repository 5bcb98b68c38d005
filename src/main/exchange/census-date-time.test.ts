import { expect, it } from 'vitest';
import { censusDateTime } from './census-date-time.ts';

it('gives the time on the wall in England, summer and winter', () => {
  expect(censusDateTime('2026-01-19T10:00:00.999Z')).toBe('2026-01-19T10:00:00');
  expect(censusDateTime('2026-06-30T23:30:00.000Z')).toBe('2026-07-01T00:30:00');
});
