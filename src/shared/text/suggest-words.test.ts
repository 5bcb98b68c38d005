import { expect, test } from 'vitest';
import { sayNothingFree, sayWhyRun, sayWithout } from './suggest-words.ts';

const names = (id: string) => ({ oak: 'Oak House', home: 'Home Tutors' })[id];
const session = (day: number) => ({ date: `2025-11-${String(16 + day)}`, slot: 'am' as const, day });
const unit = { exclusionKind: 'fixed-period', fromDay: 1, toDay: 2, providerKind: 'internal-unit' } as const;
const full = { type: 'full', capacity: 12, holders: [{ name: 'Ben Ali', state: 'booked' }] } as const;

test('why a run goes where it goes, by the stages or without them', () => {
  expect(sayWhyRun({ sessions: [session(1), session(2)], stages: [unit, unit] }, names)).toBe(
    'Day 1 to 2: in our own unit, by the stages of the school.',
  );
  expect(
    sayWhyRun(
      {
        sessions: [session(1), session(3), session(4), session(5)],
        stages: [unit, undefined, undefined, undefined],
      },
      names,
    ),
  ).toBe(
    'Day 1: in our own unit, by the stages of the school. Day 3 to 5: outside the stages of the school; this provider can take the pupil.',
  );
});

test('why nobody takes a session, provider by provider and without the names of pupils', () => {
  expect(
    sayWithout(
      [
        { providerId: 'oak', kind: 'pru', refusals: [full, { type: 'no-host' }] },
        { providerId: 'home', kind: 'home-study', refusals: [], notProposed: 'kind' },
      ],
      names,
    ),
  ).toBe(
    'Oak House: full, all 12 places are taken; no centre is down to host the rota in that term.\nHome Tutors: study at home counts only with a visit, so it is not proposed.',
  );
  expect(
    sayWithout([{ providerId: 'oak', kind: 'pru', refusals: [], notProposed: 'excluded-there' }], names),
  ).toBe('Oak House: the pupil was excluded from there.');
  expect(sayWithout([], names)).toBe('There is no provider in the list yet.');
});

test('why nothing is free', () => {
  const refused = [
    { date: '2025-11-17', slot: 'am' as const, refusals: [full] },
    { date: '2025-11-17', slot: 'pm' as const, refusals: [full] },
  ];
  expect(sayNothingFree({ refused, mostInARow: 0, days: 0 }, 1, {})).toBe(
    'Mon 17 November am and pm: full, all 12 places are taken.',
  );
  expect(sayNothingFree({ refused, mostInARow: 2, days: 3 }, 4, { maxDays: 1 })).toBe(
    'At most 2 sessions in a row, not 4. A stay there has at most 1 day. Mon 17 November am and pm: full, all 12 places are taken.',
  );
  expect(sayNothingFree({ refused: [], mostInARow: 0, days: 1 }, 1, { minDays: 2 })).toBe(
    'A stay there has at least 2 days, and this one would have 1.',
  );
});
