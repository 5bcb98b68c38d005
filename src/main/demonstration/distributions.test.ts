import { describe, expect, it } from 'vitest';
import {
  type DrawnPhase,
  type Frequencies,
  LENGTHS_IN_DAYS,
  RATES_PER_100,
  REASONS_2016,
  reasonsToday,
  TIMES_EXCLUDED,
} from './distributions.ts';
import { generateArea } from './generate-area.ts';
import type { AreaExclusion, SchoolRecords } from './types.ts';

/** Several areas, whole years nearly to their end, so that chance evens out. */
const areas = [1, 2, 3, 4].map((seed) => generateArea({ seed, today: '2026-07-24' }));
const PHASES: readonly DrawnPhase[] = ['primary', 'secondary'];

const schoolsOf = (phase: DrawnPhase): readonly SchoolRecords[] =>
  areas.flatMap(({ homeSchool, otherSchools }) =>
    [homeSchool, ...otherSchools].filter(({ school }) => school.phase === phase),
  );

const exclusionsOf = (phase: DrawnPhase, kind: AreaExclusion['kind']): readonly AreaExclusion[] =>
  schoolsOf(phase).flatMap(({ exclusions }) => exclusions.filter((exclusion) => exclusion.kind === kind));

/** Shares of a table, values above `last` put together. */
function sharesUpTo(table: Frequencies<number>, last: number): readonly number[] {
  const shares = Array.from({ length: last + 1 }, () => 0);
  const total = table.reduce((sum, [, count]) => sum + count, 0);
  for (const [value, count] of table) {
    const band = Math.min(value, last + 1) - 1;
    shares[band] = (shares[band] ?? 0) + count / total;
  }
  return shares;
}

const tally = (values: readonly number[]): Frequencies<number> => values.map((value) => [value, 1] as const);

/** Pearson's statistic per observation: 0 when the shares are equal, whatever the number drawn. */
function distance(found: readonly number[], expected: readonly number[]): number {
  return expected.reduce((sum, share, at) => sum + ((found[at] ?? 0) - share) ** 2 / share, 0);
}

describe.each(PHASES)('the invented %s schools', (phase) => {
  it('exclude for as long as the published lengths say', () => {
    const days = exclusionsOf(phase, 'fixed-period').map(({ halfDays }) => Math.ceil((halfDays ?? 0) / 2));
    expect(days.length).toBeGreaterThan(1000);
    const expected = sharesUpTo(LENGTHS_IN_DAYS[phase], 5);
    const found = sharesUpTo(tally(days), 5);
    expect(distance(found, expected)).toBeLessThan(0.02);
    expected.forEach((share, band) => expect(Math.abs((found[band] ?? 0) - share)).toBeLessThan(0.03));
  });

  it('exclude the same pupil again as often as published', () => {
    const times = areas.flatMap((area) =>
      [area.homeSchool, ...area.otherSchools]
        .filter(({ school }) => school.phase === phase)
        .flatMap(({ exclusions }) => timesInYears(exclusions, area.schoolYears)),
    );
    const expected = sharesUpTo(TIMES_EXCLUDED[phase], 4);
    expect(distance(sharesUpTo(tally(times), 4), expected)).toBeLessThan(0.03);
  });

  it('exclude for the published reasons', () => {
    const table = reasonsToday('fixed-period', phase);
    const total = table.reduce((sum, [, count]) => sum + count, 0);
    const first = exclusionsOf(phase, 'fixed-period').map(({ reasons }) => reasons[0]);
    for (const [code, count] of table) {
      const share = first.filter((one) => one === code).length / first.length;
      expect(Math.abs(share - count / total)).toBeLessThan(0.035);
    }
  });

  it('exclude as many pupils for each 100 on roll as published, and more each year', () => {
    const rates = [0, 1, 2].map((at) => {
      let [pupils, excluded] = [0, 0];
      for (const area of areas) {
        const year = area.schoolYears[at] ?? 0;
        for (const { school, exclusions } of [area.homeSchool, ...area.otherSchools]) {
          if (school.phase !== phase) continue;
          pupils += school.headcounts[at]?.pupils ?? 0;
          excluded += timesInYears(exclusions, [year]).length;
        }
      }
      return (excluded / pupils) * 100;
    });
    rates.forEach((rate, at) => {
      const published = RATES_PER_100[phase][at]?.pupilsExcluded ?? 0;
      expect(Math.abs(rate / published - 1)).toBeLessThan(0.1);
    });
  });
});

/** For each pupil and year with a fixed-period exclusion, how many. */
function timesInYears(exclusions: readonly AreaExclusion[], years: readonly number[]): readonly number[] {
  const times = new Map<string, number>();
  for (const { kind, pupil, start } of exclusions) {
    const year = years.find(
      (one) => start.date >= `${String(one)}-08-01` && start.date < `${String(one + 1)}-08-01`,
    );
    if (kind !== 'fixed-period' || year === undefined) continue;
    const key = `${String(pupil)}/${String(year)}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return [...times.values()];
}

describe('the reasons in today’s codes', () => {
  it.each(PHASES)('keep the %s total and every code but "other", which went in 2020', (phase) => {
    for (const kind of ['fixed-period', 'permanent'] as const) {
      const old = REASONS_2016[kind][phase];
      const today = new Map(reasonsToday(kind, phase));
      const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
      expect(sum(today.values())).toBeCloseTo(sum(Object.values(old)), 6);
      expect(today.has('OT')).toBe(false);
      for (const [code, count] of Object.entries(old))
        if (code !== 'OT') expect(today.get(code)).toBeGreaterThanOrEqual(count);
    }
  });
});
