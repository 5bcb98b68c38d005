import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

afterEach(() => vi.useRealTimers());

describe('the clock', () => {
  it.each([
    ['2025-06-03T22:59:59.999Z', '2025-06-03', 'a second before midnight in summer time'],
    ['2025-06-03T23:00:00.000Z', '2025-06-04', 'midnight in summer time, an hour before UTC’s'],
    ['2025-12-03T23:30:00.000Z', '2025-12-03', 'half past eleven on a winter evening'],
  ])('says of %s that it is %s in England: %s', (instant, day) => {
    vi.useFakeTimers({ now: new Date(instant) });
    expect(systemClock.today()).toBe(day);
    expect(systemClock.now()).toBe(instant);
  });

  it('stands still at noon when it is fixed', () => {
    const clock = fixedClock('2025-11-12');
    expect([clock.today(), clock.now()]).toEqual(['2025-11-12', '2025-11-12T12:00:00.000Z']);
  });
});
