import { expect, it } from 'vitest';
import { editingText } from './editing-words.ts';

const okafor = { userName: 'Mrs Okafor', since: '2025-11-12T09:12:40.000Z', yourself: false };

it('says who has a record open and since when, in English time', () => {
  expect(editingText([okafor], '2025-11-12')).toBe('Mrs Okafor has had this open since 9.12 am.');
  expect(editingText([{ ...okafor, since: '2025-06-12T08:12:40.000Z' }], '2025-06-12')).toBe(
    'Mrs Okafor has had this open since 9.12 am.',
  );
});

it('says the day too where it was not today, and tells one’s own other PC', () => {
  expect(editingText([okafor, { ...okafor, userName: 'Ben Hale', yourself: true }], '2025-11-13')).toBe(
    'Mrs Okafor has had this open since Wed 12 November, 9.12 am. You have had this open at another PC since Wed 12 November, 9.12 am.',
  );
  expect(editingText([], '2025-11-12')).toBe('');
});
