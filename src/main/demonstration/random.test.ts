import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('the repeatable source of chance', () => {
  it('repeats itself for a seed, differs between seeds, and stays between 0 and 1', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 100)).not.toEqual(draw(8, 100));
    expect(draw(7, 10_000).every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('gives every number of a range about as often', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0, 0];
    for (let at = 0; at < 10_000; at += 1) {
      const value = random.int(0, 4);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('weighs, shuffles without loss, and rounds to the mean', () => {
    const random = createRandom(5);
    const heavy = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
        ['c', 0],
      ] as const),
    );
    expect(heavy.filter((value) => value === 'a').length / 4000).toBeCloseTo(0.75, 1);
    expect(heavy).not.toContain('c');
    expect(random.shuffled([1, 2, 3, 4, 5, 6]).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    const rounded = Array.from({ length: 4000 }, () => random.rounded(2.3));
    expect(new Set(rounded)).toEqual(new Set([2, 3]));
    expect(rounded.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(2.3, 1);
  });

  it('forks sequences that do not depend on how much was drawn before', () => {
    const fresh = createRandom(9);
    const used = createRandom(9);
    used.next();
    expect(used.fork('x').next()).toBe(fresh.fork('x').next());
    expect(fresh.fork('x').next()).not.toBe(fresh.fork('y').next());
  });
});
