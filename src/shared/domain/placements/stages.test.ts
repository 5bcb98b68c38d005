import { describe, expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../providers/types.ts';
import { FALLBACK_KINDS, isProposed, preferenceOf, stagesOn, USUAL_STAGES, type Stage } from './stages.ts';

const targetsOn = (kind: 'fixed-period' | 'permanent' | 'lunchtime', day: number) =>
  stagesOn(USUAL_STAGES, { kind, day }).map(({ providerKind }) => providerKind);

describe('the usual stages', () => {
  test.each([
    ['fixed-period', 1, ['internal-unit']],
    ['fixed-period', 2, ['internal-unit']],
    ['fixed-period', 3, ['pru']],
    ['fixed-period', 45, ['pru']],
    ['permanent', 1, ['pru']],
    ['permanent', 15, ['pru']],
    ['lunchtime', 1, []],
  ] as const)('%s, day %i: %j', (kind, day, targets) => {
    expect(targetsOn(kind, day)).toEqual(targets);
  });
});

describe('preferences of a day', () => {
  const stages: readonly Stage[] = [
    { exclusionKind: 'fixed-period', fromDay: 1, toDay: 5, providerId: 'library' },
    { exclusionKind: 'fixed-period', fromDay: 1, providerKind: 'la-centre' },
  ];
  const then = stagesOn(stages, { kind: 'fixed-period', day: 2 });

  test('go from the first stage that holds to the last, then to all others alike', () => {
    expect(preferenceOf(then, { id: 'library', kind: 'partner-school' })).toBe(0);
    expect(preferenceOf(then, { id: 'youth', kind: 'la-centre' })).toBe(1);
    expect(preferenceOf(then, { id: 'bridge', kind: 'pru' })).toBe(2);
    expect(preferenceOf(then, { id: 'other-library', kind: 'partner-school' })).toBe(2);
  });

  test('leave out a stage whose days are over', () => {
    expect(stagesOn(stages, { kind: 'fixed-period', day: 6 })).toEqual([stages[1]]);
  });
});

test('every kind is proposed but learning support units and study at home', () => {
  expect(PROVIDER_KINDS.filter((kind) => !isProposed(kind))).toEqual(['home-study', 'learning-support-unit']);
  expect(new Set(FALLBACK_KINDS).size).toBe(FALLBACK_KINDS.length);
});
