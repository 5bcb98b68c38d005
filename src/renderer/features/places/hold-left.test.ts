import { expect, test } from 'vitest';
import { sayLeft } from './hold-left.ts';

test.each([
  ['2025-11-12T15:20:00.000Z', '3 h 20 min left'],
  ['2025-11-12T15:00:59.000Z', '3 h left'],
  ['2025-11-12T12:12:00.000Z', '12 min left'],
  ['2025-11-12T12:00:30.000Z', 'under a minute left'],
  ['2025-11-12T11:59:00.000Z', 'run out'],
  ['2025-11-15T12:00:00.000Z', '3 days left'],
])('a hold until %s says at noon: %s', (until, words) => {
  expect(sayLeft(until, '2025-11-12T12:00:00.000Z')).toBe(words);
});
