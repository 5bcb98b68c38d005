import { expect, test } from 'vitest';
import { annualReturn, censusReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { defaultPeriod } from './default-period.ts';

const spring = { name: 'Spring', ...censusReturn('SPR', 2026) };
const autumn = { name: 'Autumn', ...censusReturn('AUT', 2025) };
const year = { name: 'Year', ...annualReturn(2027) };
const yearBefore = { name: 'Year before', ...annualReturn(2026) };
const term = { name: 'Term', ...termlyReturn('AUT', 2025) };
const all = [spring, autumn, year, yearBefore, term];

test('the newest census whose day has come is shown first', () => {
  expect(defaultPeriod(all, 'census', '2026-01-14')).toBe(autumn);
  expect(defaultPeriod(all, 'census', '2026-01-15')).toBe(spring);
});

test('of school years and terms the newest that is over', () => {
  expect(defaultPeriod(all, 'annual', '2026-01-15')).toBe(yearBefore);
  expect(defaultPeriod(all, 'termly', '2026-01-15')).toBe(term);
});

test('before any of them the earliest is', () => {
  expect(defaultPeriod(all, 'census', '2025-09-01')).toBe(autumn);
  expect(defaultPeriod([], 'census', '2025-09-01')).toBeUndefined();
});
