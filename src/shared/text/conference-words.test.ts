import { expect, it } from 'vitest';
import type { ConferenceCriterion, MetCriterion } from '../domain/conference/types.ts';
import { sayConferenceExclusion, sayCriterion, sayMet } from './conference-words.ts';

const met = (criterion: ConferenceCriterion, value: number, by: number, atLeast = false): MetCriterion => ({
  criterion,
  value,
  by,
  atLeast,
  exclusions: [],
});

it('says each criterion as it would be said', () => {
  const say = (criterion: ConferenceCriterion) => sayCriterion(criterion, 45);
  expect(say({ kind: 'days-in-term', overDays: 10 })).toBe('Over 10 days this term');
  expect(say({ kind: 'days-in-year', overDays: 0.5 })).toBe('Over half a day this school year');
  expect(say({ kind: 'times-in-year', times: 3 })).toBe('Third exclusion this school year');
  expect(say({ kind: 'times-in-year', times: 12 })).toBe('Exclusion 12 this school year');
  expect(say({ kind: 'schools', schools: 2 })).toBe('Excluded at 2 schools or more this school year');
  expect(say({ kind: 'near-limit', withinDays: 5 })).toBe('Within 5 days of the limit of 45 days');
  expect(say({ kind: 'permanent', which: 'not-final' })).toBe('Permanent exclusion, not final yet');
});

it('says by how much, and where it may be more', () => {
  expect(sayMet(met({ kind: 'days-in-term', overDays: 10 }, 12.5, 2.5))).toBe('12.5 days, 2.5 over');
  expect(sayMet(met({ kind: 'near-limit', withinDays: 5 }, 42, 3, true))).toBe(
    'at least 42 days, at most 3 left',
  );
  expect(sayMet(met({ kind: 'near-limit', withinDays: 5 }, 49, -4))).toBe('49 days, 4 past the limit');
  expect(sayMet(met({ kind: 'times-in-year', times: 3 }, 4, 1))).toBe('4 exclusions');
});

it('says what an exclusion was, and that its length was not said', () => {
  const exclusion = { category: 'fixed-period', halfDays: 5, notFinal: false } as const;
  expect(sayConferenceExclusion(exclusion)).toBe('Suspension, 2.5 days');
  expect(sayConferenceExclusion({ ...exclusion, halfDays: null })).toBe('Suspension, length not said');
  expect(sayConferenceExclusion({ ...exclusion, category: 'lunchtime' })).toBe('Lunchtimes, 5');
  expect(sayConferenceExclusion({ category: 'permanent', halfDays: null, notFinal: true })).toBe(
    'Permanent, not final yet',
  );
});
