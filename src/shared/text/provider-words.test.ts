import { describe, expect, test } from 'vitest';
import type { Holder } from '../domain/placements/types.ts';
import {
  sayHolders,
  sayInstant,
  sayPlaces,
  sayRefusal,
  sayRefusalBriefly,
  sayRefusedSessions,
} from './provider-words.ts';

const ben: Holder = { name: 'Ben Ali', form: '9B', state: 'booked' };
const cat: Holder = { name: 'Cat Day', state: 'held', heldUntil: '2025-06-04T08:30:00.000Z' };
const am = { date: '2025-06-03', slot: 'am' } as const;
const pm = { date: '2025-06-03', slot: 'pm' } as const;

test('an instant is told in English time', () => {
  expect(sayInstant('2025-06-04T08:30:00.000Z')).toBe('Wed 4 June 2025, 9.30 am');
  expect(sayInstant('2025-12-04T13:05:00.000Z')).toBe('Thu 4 December 2025, 1.05 pm');
});

describe('who has a session', () => {
  test('is named with form, and with the end of a hold', () => {
    expect(sayHolders([ben, cat])).toBe('Ben Ali (9B) and Cat Day (held until Wed 4 June 2025, 9.30 am)');
  });

  test('is cut short after twelve names, and says how many more', () => {
    const many = Array.from({ length: 14 }, (_, at): Holder => ({ name: `P${String(at)}`, state: 'booked' }));
    expect(sayHolders(many)).toMatch(/^P0, P1, .*P11 and 2 others$/);
    expect(sayHolders(many.slice(0, 13))).toMatch(/P11 and 1 other$/);
  });
});

describe('a refusal', () => {
  test.each([
    [{ type: 'full', capacity: 1, holders: [ben] } as const, 'full; Ben Ali (9B) has the only place'],
    [{ type: 'closed', reason: 'Flood' } as const, 'the provider is closed (Flood)'],
    [{ type: 'not-run' } as const, 'the provider does not run then'],
    [
      { type: 'placed', place: { providerId: 'e', providerName: 'Elm', state: 'held' } } as const,
      'the pupil already has a place then at Elm (held); cancel that one first to move',
    ],
  ])('%#', (refusal, words) => {
    expect(sayRefusal(refusal)).toBe(words);
  });

  test('says on the board that it is full without the names of others', () => {
    expect(sayRefusalBriefly({ type: 'full', capacity: 2, holders: [ben, cat] })).toBe(
      'full, all 2 places are taken',
    );
  });

  test('tells sessions of the same reason together', () => {
    const closed = { type: 'closed', reason: 'Flood' } as const;
    const words = sayRefusedSessions([
      { ...am, refusals: [closed] },
      { ...pm, refusals: [closed] },
      { date: '2025-06-04', slot: 'am', refusals: [{ type: 'not-run' }] },
    ]);
    expect(words).toBe(
      'Tue 3 June am and pm: the provider is closed (Flood). Wed 4 June am: the provider does not run then.',
    );
  });
});

describe('places that a change would take away', () => {
  test('are told session by session with their pupils', () => {
    expect(
      sayPlaces([
        { ...am, ...ben },
        { ...am, ...cat },
        { ...pm, ...ben },
      ]),
    ).toBe(
      'Tue 3 June am: Ben Ali (9B) and Cat Day (held until Wed 4 June 2025, 9.30 am); Tue 3 June pm: Ben Ali (9B)',
    );
  });

  test('are cut short after twelve sessions', () => {
    const many = Array.from({ length: 14 }, (_, at) => ({
      date: `2025-06-${String(at + 10)}`,
      slot: 'am' as const,
      ...ben,
    }));
    expect(sayPlaces(many)).toMatch(/; and 2 more sessions$/);
  });
});
