import { expect, test } from 'vitest';
import { categoryWords, changeWords, countsWords, returnsWords, shortFingerprint } from './return-words.ts';

const COUNTS = { pupils: 10, fixedPeriod: 12, permanent: 1, lunchtime: 0, sessions: 38 };
const NONE = { pupils: 0, fixedPeriod: 0, permanent: 0, lunchtime: 0, sessions: 0 };

test('the counts of a return are told in one line', () => {
  expect(countsWords(COUNTS)).toBe('12 suspensions (38 sessions, 19 days), 1 permanent exclusion; 10 pupils');
  expect(countsWords({ ...NONE, pupils: 1, fixedPeriod: 1, sessions: 1 })).toBe(
    '1 suspension (1 session, half a day); 1 pupil',
  );
  expect(countsWords(NONE)).toBe('Nil return');
});

test('two versions are compared by what there is more and less of', () => {
  expect(changeWords(COUNTS, { ...COUNTS, fixedPeriod: 14, sessions: 43, pupils: 9 })).toBe(
    '+2 suspensions, +5 sessions, −1 pupil',
  );
  expect(changeWords(COUNTS, COUNTS)).toBe('Same counts');
});

test('nil returns are told apart, and no returns are not a number', () => {
  expect(returnsWords(3, 1)).toBe('3, 1 nil');
  expect(returnsWords(3, 0)).toBe('3');
  expect(returnsWords(0, 0)).toBeUndefined();
});

test('codes that nobody knows stay as they are', () => {
  expect(categoryWords('SUSP')).toBe('Suspension');
  expect(categoryWords('ABCD')).toBe('ABCD');
});

test('a fingerprint is shortened to both its ends', () => {
  expect(shortFingerprint(`${'a'.repeat(8)}${'0'.repeat(48)}${'b'.repeat(8)}`)).toBe('aaaaaaaa…bbbbbbbb');
});
