import { expect, test } from 'vitest';
import { USUAL_STAGES } from '../domain/placements/stages.ts';
import { sayStage, sayStages } from './stage-words.ts';

test('the usual stages as a sentence for each kind of exclusion', () => {
  expect(sayStages(USUAL_STAGES, () => undefined)).toBe(
    'Suspensions: day 1 to 2 in our own unit, from day 3 at a pupil referral unit. Permanent exclusions: from day 1 at a pupil referral unit.',
  );
});

test('a second preference for the same days, and a provider by name', () => {
  expect(
    sayStages(
      [
        { exclusionKind: 'fixed-period', fromDay: 1, toDay: 1, providerId: 'oak' },
        { exclusionKind: 'fixed-period', fromDay: 1, toDay: 1, providerKind: 'partner-school' },
      ],
      () => 'Oak House',
    ),
  ).toBe('Suspensions: day 1 at Oak House or at a partner school.');
});

test('one stage by itself', () => {
  expect(
    sayStage({ exclusionKind: 'permanent', fromDay: 6, toDay: 15, providerId: 'oak' }, 'Oak House'),
  ).toBe('Permanent exclusions, day 6 to 15: at Oak House');
});
