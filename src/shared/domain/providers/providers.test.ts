import { describe, expect, test } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { adultsOn } from './adults-on.ts';
import { hostOn } from './host-on.ts';
import { capacityOn, providerClosureOn, providerSessionOn } from './session-of.ts';
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

describe('the places of a session', () => {
  const sessions = [run({ capacity: 10 })];
  const some = { from: '2025-11-17', to: '2025-11-17', slot: 'all', reason: 'Exams' } as const;

  test.each([
    ['all of the week’s', [], 10],
    ['less those out of use', [{ ...some, places: 4 }], 6],
    [
      'less those of several reasons',
      [
        { ...some, places: 4 },
        { ...some, slot: 'am' as const, places: 5 },
      ],
      1,
    ],
    ['never below none', [{ ...some, places: 99 }], 0],
    ['none when it is closed', [some], 0],
    ['all on another half of the day', [{ ...some, slot: 'pm' as const, places: 4 }], 10],
  ])('are %s', (_, closures, places) => {
    expect(capacityOn({ sessions, closures }, { date: '2025-11-17', slot: 'am' })).toBe(places);
  });

  test('are none where nothing is run, and places out of use close nothing', () => {
    expect(capacityOn({ sessions, closures: [] }, { date: '2025-11-18', slot: 'am' })).toBe(0);
    const closures = [{ ...some, places: 4 }];
    expect(providerClosureOn({ closures }, { date: '2025-11-17', slot: 'am' })).toBeUndefined();
  });
});

describe('the adults of a session', () => {
  const adults = [
    { name: 'Jo', weekday: 1, slot: 'am', here: true },
    { name: 'Jo', weekday: 1, slot: 'am', here: true },
    { name: 'Sam', weekday: 1, slot: 'am', here: true },
    { name: 'Ed', weekday: 1, slot: 'pm', here: true },
    { name: 'Sam', date: '2025-11-17', slot: 'am', here: false },
    { name: 'Al', date: '2025-11-17', slot: 'am', here: true },
  ] as const;

  test('are those of the week, each once, with the changes of the day', () => {
    expect(adultsOn({ adults }, { date: '2025-11-17', slot: 'am' })).toEqual(['Al', 'Jo']);
    expect(adultsOn({ adults }, { date: '2025-11-24', slot: 'am' })).toEqual(['Jo', 'Sam']);
    expect(adultsOn({ adults }, { date: '2025-11-18', slot: 'am' })).toEqual([]);
  });
});

test('the host of a rota goes by the term of the calendar, and between terms there is none', () => {
  const calendar = indexCalendar({
    terms: [
      { schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' },
      { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
    ],
    closures: [],
  });
  const hosts = [
    { schoolYear: 2025, term: 'autumn', host: 'Ash Primary' },
    { schoolYear: 2024, term: 'spring', host: 'Elm Primary' },
  ] as const;
  expect(hostOn({ hosts }, calendar, '2025-12-19')).toBe('Ash Primary');
  expect(hostOn({ hosts }, calendar, '2025-12-20')).toBeUndefined();
  expect(hostOn({ hosts }, calendar, '2026-01-05')).toBeUndefined();
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
