import { expect, test } from 'vitest';
import { moved, stageProblems, toDraft, toStage, type StoredStage } from './stage-draft.ts';

const unit: StoredStage = {
  id: 'a',
  exclusionKind: 'fixed-period',
  fromDay: 1,
  toDay: 2,
  providerKind: 'internal-unit',
  words: '',
};
const house: StoredStage = { id: 'b', exclusionKind: 'permanent', fromDay: 1, providerId: 'x:y', words: '' };

test('a stage is the same after it was looked at', () => {
  expect(toStage(toDraft(unit))).toEqual({
    exclusionKind: 'fixed-period',
    fromDay: 1,
    toDay: 2,
    providerKind: 'internal-unit',
  });
  expect(toStage(toDraft(house))).toEqual({ exclusionKind: 'permanent', fromDay: 1, providerId: 'x:y' });
});

test('a stage needs a first day, and its last is not before it', () => {
  expect(
    stageProblems([
      { ...toDraft(unit), fromDay: null },
      { ...toDraft(unit), toDay: 1, fromDay: 3 },
    ]),
  ).toEqual([
    { path: 'stages.0.fromDay', message: 'Enter the first day.' },
    { path: 'stages.1.toDay', message: 'The last day is before the first.' },
  ]);
});

test('stages change places with their neighbours, and the ends hold', () => {
  const drafts = [toDraft(unit), toDraft(house)];
  expect(moved(drafts, 1, -1).map(({ key }) => key)).toEqual(['b', 'a']);
  expect(moved(drafts, 0, -1)).toBe(drafts);
});
