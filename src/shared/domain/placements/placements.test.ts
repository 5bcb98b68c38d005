import { describe, expect, test } from 'vitest';
import { holdUntil } from './hold-until.ts';
import { orderQueue, type Waiting } from './order-queue.ts';
import type { Holder } from './types.ts';
import { whyNot, type PlaceRequest } from './why-not.ts';

const ben: Holder = { name: 'Ben Ali', state: 'booked' };
const free: PlaceRequest = {
  toCover: true,
  run: { weekday: 1, slot: 'am', capacity: 2, starts: '09:00', ends: '12:00' },
  closure: undefined,
  holders: [ben],
  own: undefined,
};
const closure = { from: '2025-11-17', to: '2025-11-17', slot: 'all', reason: 'Flood' } as const;
const own = { providerId: 'elm', providerName: 'Elm Centre', state: 'booked' } as const;

const typesOf = (change: Partial<PlaceRequest>) => whyNot({ ...free, ...change }).map(({ type }) => type);

describe('why a pupil cannot have a place', () => {
  test('nothing stands against a session to cover with room', () => {
    expect(whyNot(free)).toEqual([]);
  });

  test.each([
    ['not one of the exclusion’s', { toCover: false }, ['not-to-cover']],
    ['not run', { run: undefined }, ['not-run']],
    ['closed', { closure }, ['closed']],
    ['taken to the last place', { holders: [ben, ben] }, ['full']],
    ['another place of the pupil then', { own }, ['placed']],
    ['every rule at once', { toCover: false, own, closure }, ['not-to-cover', 'placed', 'closed']],
    ['closed and full: the closure is enough', { closure, holders: [ben, ben] }, ['closed']],
    ['not run and closed: the week is enough', { run: undefined, closure }, ['not-run']],
    ['full with the pupil’s own place: that is enough', { own, holders: [ben, ben] }, ['placed']],
  ])('%s', (_, change, types) => {
    expect(typesOf(change)).toEqual(types);
  });

  test('a full session says who has it', () => {
    expect(whyNot({ ...free, holders: [ben, ben] })).toEqual([
      { type: 'full', capacity: 2, holders: [ben, ben] },
    ]);
  });
});

test('a hold runs out at the same time tomorrow, over the end of summer time too', () => {
  expect(holdUntil('2025-11-12T09:30:00.000Z')).toBe('2025-11-13T09:30:00.000Z');
  expect(holdUntil('2025-10-25T22:30:00.250Z')).toBe('2025-10-26T22:30:00.250Z');
});

describe('the queue', () => {
  const waiting = (name: string, change: Partial<Waiting> = {}): Waiting => ({
    name,
    inCare: false,
    kind: 'fixed-period',
    firstUncovered: { date: '2025-11-17', slot: 'am' },
    ...change,
  });

  test('looked after, then soonest, then permanent, then by name', () => {
    const order = orderQueue([
      waiting('Zoe', {}),
      waiting('Ädam', {}),
      waiting('Later', { firstUncovered: { date: '2025-11-17', slot: 'pm' }, kind: 'permanent' }),
      waiting('Permanent', { kind: 'permanent' }),
      waiting('Sooner', { firstUncovered: { date: '2025-11-14', slot: 'pm' } }),
      waiting('Looked after', { inCare: true, firstUncovered: { date: '2025-12-01', slot: 'am' } }),
    ]);
    expect(order.map(({ name }) => name)).toEqual([
      'Looked after',
      'Sooner',
      'Permanent',
      'Ädam',
      'Zoe',
      'Later',
    ]);
  });
});
