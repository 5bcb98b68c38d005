import { expect, test } from 'vitest';
import {
  sayObstacle,
  sayPlanChange,
  sayPlanGain,
  sayPlanReason,
  sayProviderObstacles,
  type PlanNames,
} from './plan-words.ts';

const names: PlanNames = {
  pupil: (id) => ({ ben: 'Ben Ali' })[id] ?? id,
  provider: (id) => ({ hill: 'Hill Centre', mill: 'Mill Unit' })[id] ?? id,
};
const session = { date: '2025-06-03', slot: 'am' } as const;

test('everything that stands against a place is named', () => {
  expect(
    sayProviderObstacles(
      {
        providerId: 'hill',
        obstacles: [
          { type: 'full', limitedBy: 'capacity' },
          { type: 'school-share', share: 2 },
          { type: 'kept-apart', fromPupilIds: ['ben'] },
        ],
      },
      names,
    ),
  ).toBe(
    'Hill Centre: full, full for pupils of this school (2 places a session) and kept apart from Ben Ali, who would be there',
  );
  expect(sayObstacle({ type: 'week-full', limit: 18, monday: '2025-06-02' }, names)).toBe(
    'full for the week of Mon 2 June (18 different pupils)',
  );
  expect(sayObstacle({ type: 'stay-too-short', days: 1, minDays: 2 }, names)).toBe(
    'the stay would be 1 day; 2 are the least',
  );
});

test('a change says where and when', () => {
  expect(sayPlanChange({ type: 'adult-more', providerId: 'mill', ...session }, names)).toBe(
    'One adult more at Mill Unit, Tue 3 June am.',
  );
  expect(
    sayPlanChange(
      {
        type: 'waive',
        providerId: 'hill',
        ...session,
        refusal: { refusal: { type: 'closed', reason: 'training' }, waivable: true },
      },
      names,
    ),
  ).toBe('Setting one rule aside at Hill Centre, Tue 3 June am: the provider is closed (training).');
});

test('a reason is a sentence', () => {
  expect(sayPlanReason({ type: 'nearest', metres: 2340, among: 3 }, names)).toBe(
    'The nearest of 3 that take this pupil (1.5 miles).',
  );
  expect(
    sayPlanReason(
      {
        type: 'nearer-taken',
        nearer: [{ providerId: 'mill', obstacles: [{ type: 'full', limitedBy: 'adults' }] }],
      },
      names,
    ),
  ).toBe('One provider is nearer. Mill Unit: one adult too few.');
});

test('the gain over first come, first served is told in sessions and venues', () => {
  const score = { covered: 10, urgency: 0, venues: 5, burden: 0, shortfall: 0, balance: 0 };
  expect(sayPlanGain(score, { ...score, covered: 8, venues: 6 })).toBe(
    '2 sessions more than first come, first served, with 1 venue fewer.',
  );
  expect(sayPlanGain(score, score)).toBe(
    'As many sessions as first come, first served, with as many venues.',
  );
});
