import { expect, it } from 'vitest';
import { censusName } from './census-name.ts';

it('leaves names of up to 35 characters alone', () => {
  expect(censusName('Okafor-Lee')).toBe('Okafor-Lee');
  expect(censusName('x'.repeat(35))).toBe('x'.repeat(35));
});

it('cuts longer ones at 35 letters, whatever their alphabet, and leaves no blank at the end', () => {
  expect(censusName('x'.repeat(36))).toBe('x'.repeat(35));
  expect(Array.from(censusName('𝒜'.repeat(40)))).toHaveLength(35);
  expect(censusName(`${'x'.repeat(34)} yz`)).toBe('x'.repeat(34));
});
