import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRange } from './count-range.ts';

describe('the range of a count', () => {
  it('is what a Poisson table says of the middle 80 %', () => {
    // Mean 3: P(0) = 0.050, P(up to 1) = 0.199, P(up to 4) = 0.815, P(up to 5) = 0.916.
    expect(countRange(3, 1)).toEqual({ low: 1, high: 5 });
    // Mean 0.5: P(0) = 0.607, P(up to 1) = 0.910.
    expect(countRange(0.5, 1)).toEqual({ low: 0, high: 1 });
  });

  it('is what a geometric count says when the variance is that much more', () => {
    // Mean 1 and variance 2: P(k) = 1/2 to the power k + 1; P(up to 2) = 0.875, P(up to 3) = 0.9375.
    expect(countRange(1, 2)).toEqual({ low: 0, high: 3 });
  });

  it('is nothing where nothing can come', () => {
    expect(countRange(0, 3)).toEqual({ low: 0, high: 0 });
  });

  it('holds the mean, is made of whole numbers from nought on, and widens with the variance', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (mean, dispersion) => {
          const { low, high } = countRange(mean, dispersion);
          expect(Number.isInteger(low) && Number.isInteger(high) && low >= 0).toBe(true);
          expect(low).toBeLessThanOrEqual(mean);
          expect(high).toBeGreaterThanOrEqual(mean);
        },
      ),
    );
    expect(countRange(10, 4).high).toBeGreaterThan(countRange(10, 1).high);
    expect(countRange(400, 2).high).toBeGreaterThan(countRange(290, 2).high);
  });
});
