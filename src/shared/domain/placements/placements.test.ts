import { describe, expect, test } from 'vitest';
import { holdUntil } from './hold-until.ts';
import { orderQueue, type Waiting } from './order-queue.ts';

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
