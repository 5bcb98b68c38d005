import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestSchools } from './nearest-schools.ts';
import { publishedRate } from './published-rate.ts';
import type { SchoolProfile } from './types.ts';

const school = (laEstab: string, more: Partial<SchoolProfile> = {}): SchoolProfile => ({
  laEstab,
  headcount: 1000,
  fsm: 2000,
  sen: 1500,
  eal: 1000,
  ...more,
});

const profile = fc.record({
  laEstab: fc.integer({ min: 2014000, max: 2014999 }).map(String),
  headcount: fc.option(fc.integer({ min: 50, max: 2000 })),
  fsm: fc.option(fc.integer({ min: 0, max: 10_000 })),
  sen: fc.option(fc.integer({ min: 0, max: 10_000 })),
  eal: fc.option(fc.integer({ min: 0, max: 10_000 })),
});

describe('comparator schools', () => {
  it('are the nearest in standard deviations, worked out here by hand', () => {
    // Free meals 10, 20 and 30 per cent: mean 20, sample deviation 10. Pupils 1,000, 1,000, 1,300: deviation 173.2.
    const a = school('2014001', { fsm: 1000, sen: null, eal: null });
    const b = school('2014002', { fsm: 2000, sen: null, eal: null });
    const c = school('2014003', { fsm: 3000, sen: null, eal: null, headcount: 1300 });
    const { nearest, spreads } = nearestSchools(a, [b, c], 5);
    expect(spreads.fsm).toBe(1000);
    expect(spreads.sen).toBeNull();
    expect(nearest.map(({ school: { laEstab }, over }) => [laEstab, over])).toEqual([
      ['2014002', ['fsm', 'headcount']],
      ['2014003', ['fsm', 'headcount']],
    ]);
    expect(nearest[0]?.distance).toBeCloseTo(Math.sqrt(1 / 1.5), 12);
    expect(nearest[1]?.distance).toBeCloseTo(Math.sqrt((4 + 0.5 * (300 / Math.sqrt(30_000)) ** 2) / 1.5), 12);
  });

  it('leave out a school with fewer than two variables in common, and never the school itself', () => {
    const one = school('2014001');
    const bare = school('2014002', { fsm: null, sen: null, eal: null });
    const full = school('2014003', { fsm: 2500, sen: 1000, headcount: 800 });
    expect(nearestSchools(one, [one, bare, full], 5).nearest.map((match) => match.school.laEstab)).toEqual([
      '2014003',
    ]);
  });

  it('are the same in whatever order the schools come, rising in distance, and no more than asked for', () => {
    fc.assert(
      fc.property(
        profile,
        fc.uniqueArray(profile, { selector: ({ laEstab }) => laEstab, maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (subject, others, count) => {
          const found = nearestSchools(subject, others, count).nearest;
          expect(nearestSchools(subject, others.toReversed(), count).nearest).toEqual(found);
          expect(found.length).toBeLessThanOrEqual(count);
          expect(found.map(({ distance }) => distance)).toEqual(
            found.map(({ distance }) => distance).toSorted((x, y) => x - y),
          );
          for (const { over } of found) expect(over.length).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });

  it('puts a twin at distance nought and first', () => {
    const twin = { ...school('2014009') };
    const other = school('2014002', { fsm: 4000 });
    const [first] = nearestSchools(school('2014001'), [other, twin], 2).nearest;
    expect(first).toMatchObject({ school: twin, distance: 0 });
  });
});

describe('a published rate', () => {
  it('is per 100 pupils to two decimals, without noughts at the end', () => {
    expect(publishedRate(381_865, 8_025_075)).toBe('4.76');
    expect(publishedRate(7720, 8_025_075)).toBe('0.1');
    expect(publishedRate(0, 100)).toBe('0');
    expect(publishedRate(3, 0)).toBeUndefined();
  });
});
