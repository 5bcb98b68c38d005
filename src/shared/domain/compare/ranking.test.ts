import { describe, expect, it } from 'vitest';
import { rankChanges } from './ranking.ts';
import { rollUpEntries } from './roll-up-entries.ts';
import { rollUp } from './roll-up.ts';
import type { ComparedSchool } from './types.ts';

/** Schools a, b, c and so on with these changes. */
const rank = (...changes: readonly (number | null)[]) => {
  const ranking = rankChanges(changes.map((change, at) => ({ key: letter(at), change })));
  const marked = (mark: 'X' | 'O') =>
    [...ranking.places]
      .flatMap(([key, place]) => (place.mark === mark ? [key] : []))
      .toSorted()
      .join('');
  return { ...ranking, x: marked('X'), o: marked('O') };
};

const letter = (at: number): string => String.fromCharCode(97 + at);

describe('a ranking', () => {
  it('marks the five greatest reductions X and the five least O, and leaves blanks unranked', () => {
    const { x, o, ranked, unranked, ties, places } = rank(-9, -8, -7, -6, -5, -4, 0, null, 1, 2, 3, 4, null);
    expect([x, o, ranked, unranked]).toEqual(['abcde', 'gijkl', 11, 2]);
    expect(ties).toEqual([]);
    expect(places.get('a')).toEqual({ rank: 1, sharedBy: 1, mark: 'X' });
    expect(places.has('h')).toBe(false);
  });

  it('marks all that tie for the fifth place and says so', () => {
    const { x, ties, places } = rank(-9, -8, -7, -6, -5, -5, -5, 0, 1, 2, 3, 4);
    expect(x).toBe('abcdefg');
    expect(ties).toEqual([{ mark: 'X', change: -5, sharedBy: 3, marked: true }]);
    expect(places.get('f')).toEqual({ rank: 5, sharedBy: 3, mark: 'X' });
    expect(places.get('h')?.rank).toBe(8);
  });

  it('marks none of them when they are more than the places, and says so', () => {
    const { x, o, ties } = rank(-9, -8, -7, -6, 2, 2, 2, 2, 2, 2, 3, 4);
    expect(x).toBe('abcd');
    expect(o).toBe('kl');
    expect(ties).toEqual([{ mark: 'O', change: 2, sharedBy: 6, marked: false }]);
  });

  it('gives no X for a rise or no change, and an O to a small reduction where all fell', () => {
    expect(rank(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8).x).toBe('a');
    expect(rank(-10, -9, -8, -7, -6, -5, -4, -3, -2, -1).o).toBe('fghij');
  });

  it('marks half at each end where there are fewer than ten, and nobody at both', () => {
    expect(rank(-3, -2, 1, 5)).toMatchObject({ x: 'ab', o: 'cd' });
    expect(rank(-3, -2, -2, 5)).toMatchObject({
      x: 'a',
      o: 'd',
      ties: [
        { mark: 'X', change: -2, sharedBy: 2, marked: false },
        { mark: 'O', change: -2, sharedBy: 2, marked: false },
      ],
    });
    expect(rank(-3)).toMatchObject({ x: '', o: '', ranked: 1 });
    expect(rank(null)).toMatchObject({ ranked: 0, unranked: 1 });
  });
});

/** The roll-up goes by none of these. */
const OTHERS = { pupils: null, 'repeat-pupils': null, headcount: null };

describe('the roll-up', () => {
  const school = (
    laEstab: string,
    phase: ComparedSchool['phase'],
    [incidents, days, permanent]: readonly (number | null)[],
  ): ComparedSchool => ({
    laEstab,
    name: laEstab,
    phase,
    area: laEstab.slice(0, 3),
    years: new Map([
      [2022, { incidents: 50, days: 50, permanent: 50, ...OTHERS }],
      [2024, { incidents: incidents ?? null, days: days ?? null, permanent: permanent ?? null, ...OTHERS }],
    ]),
  });

  it('counts X and O of each school in the categories of its phase, each ranked by itself', () => {
    const schools = [
      school('2014001', 'secondary', [40, 60, 49]),
      school('2014002', 'secondary', [45, 20, 50]),
      school('2014003', 'secondary', [48, 49, null]),
      school('2014004', 'secondary', [60, 40, 51]),
      school('2012001', 'primary', [10, 10, 0]),
      school('2012002', 'primary', [60, 60, 99]),
    ];
    const { by, entries } = rollUpEntries(schools, 2022, 2024);
    expect(by).toBe('school');
    expect(rollUp(entries)).toEqual([
      {
        key: '2014002',
        cells: { 'permanent-secondary': 'unmarked', 'incidents-secondary': 'X', 'days-secondary': 'X' },
        x: 2,
        o: 0,
      },
      { key: '2012001', cells: { 'incidents-primary': 'X', 'days-primary': 'X' }, x: 2, o: 0 },
      {
        key: '2014001',
        cells: { 'permanent-secondary': 'X', 'incidents-secondary': 'X', 'days-secondary': 'O' },
        x: 2,
        o: 1,
      },
      {
        key: '2014004',
        cells: { 'permanent-secondary': 'O', 'incidents-secondary': 'O', 'days-secondary': 'X' },
        x: 1,
        o: 2,
      },
      {
        key: '2014003',
        cells: { 'permanent-secondary': 'blank', 'incidents-secondary': 'O', 'days-secondary': 'O' },
        x: 0,
        o: 2,
      },
      { key: '2012002', cells: { 'incidents-primary': 'O', 'days-primary': 'O' }, x: 0, o: 2 },
    ]);
  });

  it('is by area where the schools are of several, each by the mean over its schools with both years', () => {
    const { by, entries } = rollUpEntries(
      [
        school('2014001', 'secondary', [40, null, 50]),
        school('2014002', 'secondary', [43, null, 50]),
        school('2012001', 'primary', [50, 45, 0]),
        school('2034001', 'secondary', [60, 60, null]),
      ],
      2022,
      2024,
    );
    expect(by).toBe('authority');
    expect(entries).toEqual([
      {
        key: '201',
        changes: {
          'permanent-secondary': 0,
          'incidents-secondary': -8.5,
          'days-secondary': null,
          'incidents-primary': 0,
          'days-primary': -5,
        },
      },
      {
        key: '203',
        changes: { 'permanent-secondary': null, 'incidents-secondary': 10, 'days-secondary': 10 },
      },
    ]);
  });
});
