import { expect, test } from 'vitest';
import { deciderFor } from './deciders.ts';

const head = { name: 'Mrs R. Adeyemi', acting: false };
const acting = { name: 'Mr T. Brook', acting: true };

test('the only one who may decide is chosen without a key', () => {
  expect(deciderFor('', [head], '')).toBe('Mrs R. Adeyemi');
});

test('of several the one who decided last on this PC is chosen', () => {
  expect(deciderFor('', [head, acting], ' mr t. brook')).toBe('Mr T. Brook');
});

test('of several nobody is chosen for whoever has not decided here yet', () => {
  expect(deciderFor('', [head, acting], 'Mr Gone')).toBe('');
});

test('a name on the form stays, in the spelling of the list where it is in it', () => {
  expect(deciderFor('MRS R. ADEYEMI', [head, acting], 'Mr T. Brook')).toBe('Mrs R. Adeyemi');
  expect(deciderFor('Mr Gone', [head], '')).toBe('Mr Gone');
});
