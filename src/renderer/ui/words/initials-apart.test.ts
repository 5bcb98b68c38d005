import { expect, it } from 'vitest';
import { initialsApart } from './initials-apart.ts';

it('tells two people with the same initials apart, and knows one name written in two ways', () => {
  const short = initialsApart();
  expect(short('Jo Smith')).toBe('J. S.');
  expect(short('Jane Stone')).toBe('J. S. (2)');
  expect(short('Smith, Jo')).toBe('J. S.');
  expect(short('Stone, Jane')).toBe('J. S. (2)');
  expect(short('Ada Reed')).toBe('A. R.');
});

it('gives no number to an empty name', () => {
  const short = initialsApart();
  expect([short(''), short(' ')]).toEqual(['', '']);
});
