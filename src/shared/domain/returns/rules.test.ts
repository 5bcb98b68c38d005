import { expect, test } from 'vitest';
import { categoryOn } from './categories.ts';
import { RETURN_RULES, RULES_ELSEWHERE, ruleApplies } from './rules.ts';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `X${String(from + at).padStart(2, '0')}`);

test('every number from X01 to X24 is checked in the return, or said to be checked elsewhere, never both', () => {
  const here = new Set(Object.values(RETURN_RULES).map(({ id }) => id));
  const elsewhere = RULES_ELSEWHERE.map(({ id }) => id);
  expect([...here, ...elsewhere].toSorted()).toEqual(numbers(1, 24));
});

test('the key of a check begins with its number', () => {
  for (const [key, { id }] of Object.entries(RETURN_RULES)) expect(key.startsWith(`${id}-`)).toBe(true);
});

test('a rule applies from its first day to its last', () => {
  expect(ruleApplies('X20-virtual-school-head', '2022-08-31')).toBe(false);
  expect(ruleApplies('X20-virtual-school-head', '2022-09-01')).toBe(true);
  expect(ruleApplies('X02-reason', '2004-01-01')).toBe(true);
});

test('a fixed period was FIXD to August 2020 and is SUSP since; nothing was collected before the survey', () => {
  expect(categoryOn('fixed-period', '2020-08-31')).toBe('FIXD');
  expect(categoryOn('fixed-period', '2020-09-01')).toBe('SUSP');
  expect(categoryOn('permanent', '2003-08-01')).toBe('PERM');
  expect(categoryOn('lunchtime', '2003-07-31')).toBeUndefined();
});
