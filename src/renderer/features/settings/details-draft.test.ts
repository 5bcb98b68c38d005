import { expect, test } from 'vitest';
import { DETAIL_GROUPS, emptyDetails, type Details } from './details-draft.ts';

const details = (value: string): Details => ({
  address: value,
  phone: value,
  email: value,
  authorityContact: value,
  authorityAddress: value,
  authorityPhone: value,
  authorityEmail: value,
  clerkName: value,
  clerkAddress: value,
  clerkPhone: value,
  clerkEmail: value,
  advice: value,
  work: value,
  version: 1,
});

test('every detail that the letters carry is asked for once', () => {
  const asked = DETAIL_GROUPS.flatMap(({ fields }) => fields.map(({ name }) => name));
  const { version: _version, ...kept } = details('');
  expect(asked.toSorted()).toEqual(Object.keys(kept).toSorted());
});

test('blank details count as gaps', () => {
  expect(emptyDetails(details(' '))).toBe(13);
  expect(emptyDetails({ ...details('given'), phone: '' })).toBe(1);
});
