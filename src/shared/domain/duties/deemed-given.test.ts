import { expect, it } from 'vitest';
import { deemedGiven } from './deemed-given.ts';

it.each<readonly [on: string, how: string | undefined, given: string, what: string]>([
  ['2025-06-06', 'by-hand', '2025-06-06', 'by hand: that day'],
  ['2025-06-06', undefined, '2025-06-06', 'not said how: that day'],
  ['2025-06-02', 'post', '2025-06-04', 'posted on a Monday: the Wednesday'],
  ['2025-06-06', 'post', '2025-06-10', 'posted on a Friday: the Tuesday'],
  ['2025-06-07', 'post', '2025-06-10', 'posted on a Saturday: the Tuesday'],
  ['2025-05-23', 'post', '2025-05-28', 'over a bank holiday, and in the holidays of the school'],
  ['2024-12-24', 'post', '2024-12-30', 'over Christmas'],
])('a decision sent on %s (%s) counts as given on %s, %s', (on, how, given) => {
  expect(deemedGiven(on, how)).toBe(given);
});
