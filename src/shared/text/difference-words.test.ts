import { expect, test } from 'vitest';
import type { ReturnedExclusion } from '../domain/returns/diff-returned.ts';
import { alteredWords, returnedWords } from './difference-words.ts';

const one: ReturnedExclusion = {
  upn: 'A',
  surname: 'Okafor',
  forename: 'Ada',
  category: 'SUSP',
  startDate: '2025-11-10',
  sessions: 1,
  reasons: ['PP', 'DB'],
  inCare: false,
};

test('an exclusion of a return is said without whose it is', () => {
  expect(returnedWords(one)).toBe('Suspension from Mon 10 November 2025, 1 session, PP DB');
  const { sessions: _, ...permanent } = { ...one, category: 'PERM' };
  expect(returnedWords(permanent)).toBe('Permanent exclusion from Mon 10 November 2025, PP DB');
});

test('what altered is said with what it was and what it is', () => {
  expect(alteredWords('sessions', one, { ...one, sessions: 6 })).toBe('Sessions 1, now 6');
  expect(alteredWords('reasons', one, { ...one, reasons: ['TH'] })).toBe('Reasons PP DB, now TH');
  expect(alteredWords('inCare', one, { ...one, inCare: true })).toBe('In care no, now yes');
  expect(alteredWords('category', one, { ...one, category: 'PERM' })).toBe(
    'Kind Suspension, now Permanent exclusion',
  );
  expect(alteredWords('endDate', one, { ...one, endDate: '2025-11-12' })).toBe(
    'Last day not said, now Wed 12 November 2025',
  );
});
