import { expect, test } from 'vitest';
import { ethnicityWords } from './ethnicity-words.ts';

test('a main code is said in words, any other is called a code', () => {
  expect(ethnicityWords('BAFR')).toBe('Black African (BAFR)');
  expect(ethnicityWords('BSOM')).toBe('code BSOM');
  expect(ethnicityWords('toString')).toBe('code toString');
});
