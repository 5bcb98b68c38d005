import { expect, it } from 'vitest';
import type { ConferenceCriterion } from '#shared/domain/conference/types.ts';
import { toCriterion, toDraft } from './criteria-draft.ts';

it('every criterion comes back from its draft as it was', () => {
  const all: readonly ConferenceCriterion[] = [
    { kind: 'days-in-term', overDays: 10 },
    { kind: 'days-in-year', overDays: 15.5 },
    { kind: 'times-in-year', times: 3 },
    { kind: 'near-limit', withinDays: 5 },
    { kind: 'schools', schools: 2 },
    { kind: 'permanent', which: 'any' },
    { kind: 'permanent', which: 'not-final' },
  ];
  expect(all.map((criterion, at) => toCriterion(toDraft(criterion, String(at))))).toEqual(all);
});

it('a criterion without its number is none yet', () => {
  expect(toCriterion({ key: 'a', choice: 'schools', number: null })).toBeUndefined();
});
