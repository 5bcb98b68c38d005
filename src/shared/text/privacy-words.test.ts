import { expect, it } from 'vitest';
import { RETENTION_RULES } from '../domain/privacy/retention-rules.ts';
import { keptWords, retentionKindWords } from './privacy-words.ts';

it('says a time in years where it is whole years, else in months', () => {
  expect(keptWords(300, 'birth')).toBe('25 years from birth');
  expect(keptWords(12, 'leaving')).toBe('1 year after the last day on roll');
  expect(keptWords(3, 'made')).toBe('3 months after it was made');
  expect(keptWords(18, 'school-year')).toBe('18 months after the end of the school year');
});

it('has a name for every kind of record with a rule, each its own', () => {
  const names = RETENTION_RULES.map(({ kind }) => retentionKindWords(kind));
  expect(new Set(names).size).toBe(RETENTION_RULES.length);
});
