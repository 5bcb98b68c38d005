import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  slowChanges,
  slowDeviation,
  slowMean,
  slowPlace,
  slowPooled,
} from '../../../../tests/authority/slow-figures.ts';
import { compareSchools } from './compare-schools.ts';
import { coveredYear } from './covered-year.ts';
import { daysPerIncident } from './days-per-incident.ts';
import { lengthsBySchool } from './lengths-by-school.ts';
import { matchedChange } from './matched-change.ts';
import { spreadOf } from './spread.ts';
import { suspectZero } from './suspect-zeros.ts';
import type { ComparedSchool, YearFigures } from './types.ts';

const school = (
  number: number,
  years: Readonly<Record<number, Partial<YearFigures>>>,
  phase: ComparedSchool['phase'] = 'secondary',
): ComparedSchool => ({
  laEstab: `201${number}`,
  name: `School ${number}`,
  phase,
  area: '201',
  years: new Map(
    Object.entries(years).map(([year, figures]) => [
      Number(year),
      {
        incidents: null,
        days: null,
        permanent: null,
        pupils: null,
        'repeat-pupils': null,
        headcount: null,
        ...figures,
      },
    ]),
  ),
});

describe('a mean', () => {
  it('is over the schools that have the figure: a blank is no nought, a nought is one', () => {
    expect(spreadOf([4, null, 0, 2.5])).toMatchObject({ n: 3, mean: 6.5 / 3, min: 0, max: 4 });
    expect(spreadOf([1132.5, 1133, 1133])).toMatchObject({ n: 3, mean: 3398.5 / 3 });
  });

  it('has the deviation of a sample, and none for one school', () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9]).sd).toBe(Math.sqrt(32 / 7));
    expect(spreadOf([7])).toEqual({ n: 1, mean: 7, min: 7, max: 7, sd: null });
    expect(spreadOf([null])).toEqual({ n: 0, mean: null, min: null, max: null, sd: null });
  });
});

describe('the change between two years', () => {
  it('can be 20 days less in the schools with both years and 68 less from mean to mean', () => {
    const { matched, pooled } = matchedChange([
      { earlier: 100, later: 80 },
      { earlier: 120, later: 100 },
      { earlier: 260, later: null },
      { earlier: null, later: 96 },
    ]);
    expect(matched).toMatchObject({ n: 2, mean: -20, fell: 2, stayed: 0, rose: 0 });
    expect(pooled).toEqual({ difference: -68, nEarlier: 3, nLater: 3 });
  });

  it('counts the schools that fell, stayed and rose, and spreads in half days', () => {
    const { matched } = matchedChange([
      { earlier: 10, later: 7.5 },
      { earlier: 3, later: 3 },
      { earlier: 0, later: 1 },
      { earlier: 0, later: 0 },
      { earlier: null, later: 0 },
    ]);
    expect(matched).toMatchObject({ n: 4, mean: -0.375, min: -2.5, max: 1, fell: 1, stayed: 2, rose: 1 });
  });

  it('is blank, and not nought, where no school has both years', () => {
    const { matched, pooled } = matchedChange([
      { earlier: 4, later: null },
      { earlier: null, later: null },
    ]);
    expect(matched).toMatchObject({ n: 0, mean: null, fell: 0, stayed: 0, rose: 0 });
    expect(pooled).toEqual({ difference: null, nEarlier: 1, nLater: 0 });
  });
});

describe('days per incident', () => {
  it('are those of the schools with both measures', () => {
    expect(
      daysPerIncident([
        { incidents: 4, days: 10 },
        { incidents: 100, days: null },
        { incidents: null, days: 50 },
        { incidents: 0, days: 0 },
      ]),
    ).toEqual({ n: 2, mean: 2.5 });
    expect(daysPerIncident([{ incidents: 0, days: 0 }])).toEqual({ n: 1, mean: null });
  });
});

describe('a nought', () => {
  it.each([
    [{ incidents: 6, days: 0 }, 'days-zero'],
    [{ incidents: 0, days: 3 }, 'incidents-zero'],
    [{ incidents: 6, days: 2.5 }, 'days-too-few'],
    [{ incidents: 6, days: 3 }, undefined],
    [{ incidents: 0, days: 0 }, undefined],
    [{ incidents: 6, days: null }, undefined],
    [{ incidents: null, days: 3 }, undefined],
  ] as const)('is suspect or not: %j %s', (figures, suspicion) => {
    expect(suspectZero(figures)).toBe(suspicion);
  });
});

describe('a school year', () => {
  const windows = [
    { from: '2024-08-01', to: '2025-04-20' },
    { from: '2025-01-01', to: '2025-07-31' },
  ];

  it('is whole when its windows leave no day out, overlapping or not', () => {
    expect(coveredYear(windows, 2024)).toBe('whole');
    expect(coveredYear(windows.toReversed(), 2024)).toBe('whole');
    expect(
      coveredYear(
        [
          { from: '2012-09-01', to: '2012-12-31' },
          { from: '2013-01-01', to: '2013-03-31' },
          { from: '2013-04-01', to: '2013-08-31' },
        ],
        2012,
      ),
    ).toBe('whole');
  });

  it('is a part when one is missing, also in the middle, and nothing without any', () => {
    expect(coveredYear(windows.slice(0, 1), 2024)).toBe('part');
    expect(coveredYear(windows.slice(1), 2024)).toBe('part');
    expect(
      coveredYear(
        [
          { from: '2012-09-01', to: '2012-12-31' },
          { from: '2013-04-01', to: '2013-08-31' },
        ],
        2012,
      ),
    ).toBe('part');
    expect(coveredYear(windows, 2023)).toBe('none');
    expect(coveredYear([], 2024)).toBe('none');
  });
});

describe('permanent exclusions of primary schools', () => {
  it('are listed, neither averaged nor ranked', () => {
    const schools = [1, 2, 3].map((number) =>
      school(2000 + number, { 2023: { permanent: 1 }, 2024: { permanent: number } }, 'primary'),
    );
    const compared = compareSchools(schools, {
      measure: 'permanent',
      phase: 'primary',
      by: 'school',
      years: [2023, 2024],
    });
    expect(compared).toMatchObject({ listed: true, changes: [], ranking: { ranked: 0 } });
    expect(compared.cells).toMatchObject([
      { n: 3, total: 3, mean: null, sd: null },
      { n: 3, total: 6, mean: null, sd: null },
    ]);
  });
});

describe('a comparison', () => {
  it('keeps an n for each cell: incidents and days of one year need not have the same', () => {
    const schools = [
      school(4001, { 2023: { incidents: 4, days: 9 }, 2024: { incidents: 2, days: 4.5 } }),
      school(4002, { 2023: { incidents: 6 }, 2024: { incidents: 6, days: 11 } }),
      school(4003, { 2024: { incidents: 0, days: 0 } }),
      school(2001, { 2023: { incidents: 90, days: 90 } }, 'primary'),
    ];
    const incidents = compareSchools(schools, {
      measure: 'incidents',
      phase: 'secondary',
      by: 'school',
      years: [2023, 2024],
    });
    const days = compareSchools(schools, {
      measure: 'days',
      phase: 'secondary',
      by: 'school',
      years: [2023, 2024],
    });
    expect(incidents.cells).toMatchObject([
      { schoolYear: 2023, n: 2, blank: 1, total: 10, mean: 5 },
      { schoolYear: 2024, n: 3, blank: 0, total: 8, mean: 8 / 3 },
    ]);
    expect(days.cells).toMatchObject([
      { n: 1, blank: 2, mean: 9 },
      { n: 3, mean: 15.5 / 3 },
    ]);
    expect(days.perIncident).toMatchObject([
      { n: 1, mean: 2.25 },
      { n: 3, mean: 15.5 / 8 },
    ]);
    expect(incidents.ranking).toMatchObject({ ranked: 2, unranked: 1 });
  });

  it('takes the change from year to year and from the first to the last', () => {
    const one = school(4001, { 2022: { incidents: 8 }, 2023: { incidents: 9 }, 2024: { incidents: 3 } });
    const { changes } = compareSchools([one], {
      measure: 'incidents',
      phase: 'secondary',
      by: 'school',
      years: [2022, 2023, 2024],
    });
    expect(changes.map(({ earlier, later, matched }) => [earlier, later, matched.mean])).toEqual([
      [2022, 2023, 1],
      [2023, 2024, -6],
      [2022, 2024, -5],
    ]);
  });

  it('gives to the last digit what the long way gives, whatever is blank', () => {
    const value = fc.option(fc.integer({ min: 0, max: 400 }).map((halves) => halves / 2));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 60 }), (pairs) => {
        const schools = pairs.map(([before, after], at) =>
          school(4000 + at, { 2023: { days: before }, 2024: { days: after } }),
        );
        const { cells, changes, ranking } = compareSchools(schools, {
          measure: 'days',
          phase: 'secondary',
          by: 'school',
          years: [2023, 2024],
        });
        const [earlier, later] = [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
        const differences = slowChanges(earlier, later);
        expect(cells.map(({ mean, sd }) => [mean, sd])).toEqual([
          [slowMean(earlier), slowDeviation(earlier)],
          [slowMean(later), slowDeviation(later)],
        ]);
        expect(changes[0]?.matched.mean).toBe(slowMean(differences));
        expect(changes[0]?.matched.sd).toBe(slowDeviation(differences));
        expect(changes[0]?.pooled.difference).toBe(slowPooled(earlier, later));
        for (const [at, difference] of differences.entries()) {
          const place = ranking.places.get(`201${4000 + at}`);
          if (difference === null) expect(place).toBeUndefined();
          else
            expect({ rank: place?.rank, mark: place?.mark ?? undefined }).toEqual(
              slowPlace(differences, difference),
            );
        }
      }),
    );
  });
});

describe('lengths for like incidents', () => {
  it('stand school by school with n, whole days and halves, the most frequent reason first', () => {
    expect(
      lengthsBySchool([
        { laEstab: '2014001', reason: 'DB', halfDays: 2, exclusions: 3 },
        { laEstab: '2014001', reason: 'DB', halfDays: 5, exclusions: 1 },
        { laEstab: '2014002', reason: 'DB', halfDays: 10, exclusions: 1 },
        { laEstab: '2014002', reason: 'PP', halfDays: 6, exclusions: 2 },
      ]),
    ).toEqual([
      {
        reason: 'DB',
        n: 5,
        meanDays: 2.1,
        minDays: 1,
        maxDays: 5,
        schools: [
          { laEstab: '2014002', n: 1, meanDays: 5, minDays: 5, maxDays: 5 },
          { laEstab: '2014001', n: 4, meanDays: 1.375, minDays: 1, maxDays: 2.5 },
        ],
      },
      {
        reason: 'PP',
        n: 2,
        meanDays: 3,
        minDays: 3,
        maxDays: 3,
        schools: [{ laEstab: '2014002', n: 2, meanDays: 3, minDays: 3, maxDays: 3 }],
      },
    ]);
  });
});
