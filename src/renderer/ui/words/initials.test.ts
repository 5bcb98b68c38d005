import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test('takes the first letters of the given and the family name', () => {
  expect(initials('Amara Okafor-Lee')).toBe('A. O.');
  expect(initials('Okafor-Lee, Amara')).toBe('A. O.');
  expect(initials('Maria del Carmen Ruiz')).toBe('M. R.');
});

test('keeps letters beyond the basic alphabet whole', () => {
  expect(initials('éloïse Ørsted')).toBe('É. Ø.');
});

test('is content with one name or none', () => {
  expect(initials('Cher')).toBe('C.');
  expect(initials('  ')).toBe('');
});
