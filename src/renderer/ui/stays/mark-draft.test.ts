import { expect, test } from 'vitest';
import { markDraft, markProblems, toMark } from './mark-draft.ts';

test('a mark as it is on record goes back as it came', () => {
  const attendance = { outcome: 'attended', reason: 'transport-failed', arrivedAt: '09:40' } as const;
  expect(toMark(markDraft(attendance))).toEqual(attendance);
});

test('only who attended has times', () => {
  const draft = { ...markDraft({ outcome: 'attended', arrivedAt: '09:40' }), outcome: 'absent' as const };
  expect(toMark(draft)).toEqual({ outcome: 'absent' });
});

test('asks for an outcome and for times that are times', () => {
  expect(markProblems(markDraft({}))).toEqual({ outcome: 'Choose what came of it.' });
  const there = markDraft({ outcome: 'attended' });
  expect(markProblems({ ...there, arrivedAt: 'ten' })).toHaveProperty('arrivedAt');
  expect(markProblems({ ...there, arrivedAt: '11:00', leftAt: '10:00' })).toHaveProperty('leftAt');
  expect(markProblems({ ...there, arrivedAt: '09:40', leftAt: '11:00' })).toEqual({});
});
