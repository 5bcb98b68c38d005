import { expect, test } from 'vitest';
import { examProblems, NEW_EXAM } from './exam-draft.ts';

test('an examination needs a name and a day', () => {
  expect(examProblems(NEW_EXAM).map(({ path }) => path)).toEqual(['name', 'date']);
  expect(examProblems({ ...NEW_EXAM, name: ' ', date: '2026-05-14' }).map(({ path }) => path)).toEqual([
    'name',
  ]);
  expect(examProblems({ ...NEW_EXAM, name: 'GCSE History', date: '2026-05-14' })).toEqual([]);
});
