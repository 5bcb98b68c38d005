import { expect, it } from 'vitest';
import { partTimeWeeks } from './part-time-weeks.ts';

it('counts begun weeks from the first day of all part-time returns to the last', () => {
  expect(partTimeWeeks([])).toBe(0);
  expect(partTimeWeeks([{ from: '2025-11-17', to: '2025-11-17' }])).toBe(1);
  expect(partTimeWeeks([{ from: '2025-11-17', to: '2025-12-28' }])).toBe(6);
  expect(partTimeWeeks([{ from: '2025-11-17', to: '2025-12-29' }])).toBe(7);
  const second = { from: '2025-12-15', to: '2026-01-09' };
  expect(partTimeWeeks([second, { from: '2025-11-17', to: '2025-12-12' }])).toBe(8);
});
