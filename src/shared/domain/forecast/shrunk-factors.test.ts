import { describe, expect, it } from 'vitest';
import { shrunkFactors } from './shrunk-factors.ts';

describe('factors of cells, drawn towards 1', () => {
  it('are all 1 when the cells differ by no more than chance', () => {
    expect(
      shrunkFactors(
        [
          { observed: 12, expected: 10 },
          { observed: 8, expected: 10 },
        ],
        1,
      ),
    ).toEqual([1, 1]);
  });

  it('keep most of a difference that chance cannot explain', () => {
    // Spread 90²/100 twice = 162, less 1 for the one free cell, over room 200 − 20,000/200 = 100: variance 1.61.
    const [more, less] = shrunkFactors(
      [
        { observed: 190, expected: 100 },
        { observed: 10, expected: 100 },
      ],
      1,
    );
    const weight = 1 / 1.61;
    expect(more).toBeCloseTo((190 + weight) / (100 + weight), 10);
    expect(less).toBeCloseTo((10 + weight) / (100 + weight), 10);
  });

  it('draw a cell with little behind it further than one with much, and one never seen not at all from 1', () => {
    const [much, little, never] = shrunkFactors(
      [
        { observed: 200, expected: 100 },
        { observed: 2, expected: 1 },
        { observed: 0, expected: 0 },
        { observed: 20, expected: 121 },
      ],
      1,
    );
    expect(much).toBeGreaterThan(little ?? 0);
    expect(little).toBeGreaterThan(1);
    expect(never).toBe(1);
  });

  it('are drawn more when single days vary much anyway', () => {
    const cells = [
      { observed: 130, expected: 100 },
      { observed: 70, expected: 100 },
    ];
    expect(shrunkFactors(cells, 4)[0]).toBeLessThan(shrunkFactors(cells, 1)[0] ?? 0);
  });
});
