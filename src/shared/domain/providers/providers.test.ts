import { describe, expect, test } from 'vitest';
import { providerClosureOn, providerSessionOn } from './session-of.ts';
import type { ProviderSession } from './types.ts';
import { weekProblems } from './week-problems.ts';

const run = (change: Partial<ProviderSession> = {}): ProviderSession => ({
  weekday: 1,
  slot: 'am',
  capacity: 4,
  starts: '09:00',
  ends: '12:00',
  ...change,
});

describe('what a provider runs', () => {
  const sessions = [run(), run({ weekday: 2, capacity: 0 })];

  test('follows from the weekday and the half of the day', () => {
    expect(providerSessionOn({ sessions }, { date: '2025-11-17', slot: 'am' })).toBe(sessions[0]);
    expect(providerSessionOn({ sessions }, { date: '2025-11-24', slot: 'am' })).toBe(sessions[0]);
    expect(providerSessionOn({ sessions }, { date: '2025-11-17', slot: 'pm' })).toBeUndefined();
    expect(providerSessionOn({ sessions }, { date: '2025-11-16', slot: 'am' })).toBeUndefined();
  });

  test('is nothing where there is room for nobody', () => {
    expect(providerSessionOn({ sessions }, { date: '2025-11-18', slot: 'am' })).toBeUndefined();
  });
});

describe('a closure', () => {
  const closures = [
    { from: '2025-11-17', to: '2025-11-18', slot: 'pm', reason: 'Training' },
    { from: '2025-11-18', to: '2025-11-18', slot: 'all', reason: 'Flood' },
  ] as const;
  const reasonOn = (date: string, slot: 'am' | 'pm') =>
    providerClosureOn({ closures }, { date, slot })?.reason;

  test('shuts its days, first and last included, and only its half of the day', () => {
    expect(reasonOn('2025-11-17', 'am')).toBeUndefined();
    expect(reasonOn('2025-11-17', 'pm')).toBe('Training');
    expect(reasonOn('2025-11-18', 'am')).toBe('Flood');
    expect(reasonOn('2025-11-18', 'pm')).toBe('Training');
    expect(reasonOn('2025-11-19', 'pm')).toBeUndefined();
    expect(reasonOn('2025-11-16', 'pm')).toBeUndefined();
  });
});

describe('a week', () => {
  test('is sound with different half days that end after they start', () => {
    expect(
      weekProblems([run(), run({ slot: 'pm', starts: '12:59', ends: '13:00' }), run({ weekday: 2 })]),
    ).toEqual([]);
  });

  test('is not with a half day twice, or one that does not end after it starts', () => {
    expect(weekProblems([run(), run({ weekday: 3, ends: '09:00' }), run()]).map(({ path }) => path)).toEqual([
      'sessions.1.ends',
      'sessions.2.slot',
    ]);
  });
});
