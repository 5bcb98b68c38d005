import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWrong, LOCKED_OUT_AFTER, stillWaits, waitAfter, type Attempts } from './slow-down.ts';

const NOON = '2025-11-12T12:00:00.000Z';

describe('slowing down after wrong passwords', () => {
  it('three are free, then five seconds and twice as long each time, and a quarter of an hour from the tenth', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99].map(waitAfter)).toEqual([
      0, 0, 0, 5, 10, 20, 40, 80, 160, 900, 900, 900,
    ]);
    expect(LOCKED_OUT_AFTER).toBe(10);
  });

  it('never becomes shorter with more of them', () => {
    fc.assert(
      fc.property(fc.nat(50), (failures) => {
        expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
      }),
    );
  });

  it('the fourth wrong one makes wait until five seconds later, and not a moment more', () => {
    const kept = afterWrong({ failures: 3, waitUntil: null }, NOON);
    expect(kept).toEqual({ failures: 4, waitUntil: '2025-11-12T12:00:05.000Z' });
    expect(stillWaits(kept, '2025-11-12T12:00:04.999Z')).toBe('2025-11-12T12:00:05.000Z');
    expect(stillWaits(kept, '2025-11-12T12:00:05.000Z')).toBeUndefined();
  });

  it('the first three make nobody wait', () => {
    let kept: Attempts = { failures: 0, waitUntil: null };
    for (let n = 1; n <= 3; n += 1) {
      kept = afterWrong(kept, NOON);
      expect(stillWaits(kept, NOON)).toBeUndefined();
    }
  });

  it('a clock set back an hour neither lets in at once nor locks out for an hour', () => {
    const kept = afterWrong({ failures: 9, waitUntil: null }, NOON);
    expect(stillWaits(kept, '2025-11-12T11:00:00.000Z')).toBe('2025-11-12T11:15:00.000Z');
  });

  it('whatever the clock does, a wait is over at the latest when its whole length has passed from now', () => {
    const instant = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), instant, instant, (failures, failed, now) => {
        const kept = afterWrong({ failures, waitUntil: null }, failed);
        const until = stillWaits(kept, now);
        if (until === undefined) {
          expect(kept.waitUntil === null || kept.waitUntil <= now).toBe(true);
          return;
        }
        const seconds = (Date.parse(until) - Date.parse(now)) / 1000;
        expect(seconds).toBeGreaterThan(0);
        expect(seconds).toBeLessThanOrEqual(waitAfter(kept.failures));
      }),
    );
  });
});
