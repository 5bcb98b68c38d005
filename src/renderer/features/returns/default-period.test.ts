import { expect, test } from 'vitest';
import { defaultPeriod } from './default-period.ts';

const period = (term: 'AUT' | 'SPR', year: number) => ({ name: '', term, year, from: '', to: '' });

test('the newest census whose day has come is shown first', () => {
  const periods = [period('SPR', 2026), period('AUT', 2025)];
  expect(defaultPeriod(periods, '2026-01-14')).toBe(periods[1]);
  expect(defaultPeriod(periods, '2026-01-15')).toBe(periods[0]);
});

test('before any of them the earliest is', () => {
  const periods = [period('SPR', 2026), period('AUT', 2025)];
  expect(defaultPeriod(periods, '2025-09-01')).toBe(periods[1]);
  expect(defaultPeriod([], '2025-09-01')).toBeUndefined();
});
