import { describe, expect, test } from 'vitest';
import { acceptedRuns, countRuns, groupWithout, sayDifference, saySpan, type Plan } from './plan-view.ts';

const monAm = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const tueAm = { date: '2025-11-18', slot: 'am' } as const;

const pupil = (exclusionId: string, runs: Plan['pupils'][number]['runs']): Plan['pupils'][number] => ({
  exclusionId,
  schoolId: 'school',
  pupilId: exclusionId,
  name: 'Amara Okafor',
  schoolName: 'Harbour School',
  kind: 'fixed-period',
  inCare: false,
  title: '',
  wanted: 2,
  runs,
  without: [],
});

const plan: Plan = {
  basis: [],
  optimal: true,
  seconds: 1,
  covered: 3,
  wanted: 4,
  firstCome: { covered: 2, venueChanges: 1 },
  venueChanges: 0,
  pupils: [
    pupil('a', [
      { providerId: 'oak', providerName: 'Oak', sessions: [monAm, monPm], why: '' },
      { providerId: 'elm', providerName: 'Elm', sessions: [tueAm], why: '' },
    ]),
    pupil('b', [{ providerId: 'oak', providerName: 'Oak', sessions: [monAm], why: '' }]),
    pupil('c', []),
  ],
};

describe('what is booked of a plan', () => {
  test('is every run of the pupils who are not left out', () => {
    expect(countRuns(acceptedRuns(plan, new Set()))).toEqual({ pupils: 2, places: 4 });
    expect(acceptedRuns(plan, new Set(['a']))).toEqual([
      { exclusionId: 'b', schoolId: 'school', providerId: 'oak', sessions: [monAm] },
    ]);
  });
});

test('sessions left without for the same reasons are told together', () => {
  const full = { why: ['Oak: full'], wouldFree: ['One place more at Oak'] };
  const groups = groupWithout([
    { session: monAm, ...full },
    { session: monPm, why: ['Oak: closed'], wouldFree: [] },
    { session: tueAm, ...full },
  ]);
  expect(groups.map(({ sessions, why }) => [sessions.length, why])).toEqual([
    [2, ['Oak: full']],
    [1, ['Oak: closed']],
  ]);
});

test.each([
  [[monAm], 'Mon 17 November am'],
  [[monAm, monPm], 'Mon 17 November am and pm'],
  [[monAm, monPm, tueAm], 'Mon 17 November am to Tue 18 November am, 3 sessions'],
])('a run is said as a span', (sessions, words) => {
  expect(saySpan(sessions)).toBe(words);
});

test('a plan is compared in words', () => {
  expect(sayDifference(5, 3, 'session')).toBe('2 sessions more');
  expect(sayDifference(2, 3, 'change of venue')).toBe('1 change of venue fewer');
  expect(sayDifference(3, 3, 'session')).toBe('as many sessions');
});
