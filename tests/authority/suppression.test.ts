import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  CELL_KINDS,
  type AlikeUnits,
  type CellTable,
  type Membership,
} from '#shared/domain/compare/cell-table.ts';
import { suppressSmall } from '#shared/domain/compare/suppress-small.ts';
import { everyWorld, narrow, solvedExactly, type Sum } from './attack-table.ts';

const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: 'abcdef'[at] ?? '', adds: true }));

interface Invented {
  readonly units: readonly AlikeUnits[];
  readonly members: readonly Membership[];
  readonly categories: readonly { readonly key: string; readonly adds: boolean }[];
}

/** Schools of two phases in clusters, and pupils with exclusions in groups; many small figures, some large. */
const invented = (most: { readonly schools: number; readonly groups: number; readonly alike: number }) =>
  fc
    .record({
      schools: fc.integer({ min: 1, max: most.schools }),
      groups: fc.integer({ min: 1, max: most.groups }),
    })
    .chain(({ schools, groups }) =>
      fc.record({
        units: fc.array(
          fc.record({
            school: fc.nat(schools - 1).map(String),
            category: fc.nat(groups - 1),
            fixedPeriod: fc.integer({ min: 0, max: 3 }),
            sessions: fc.integer({ min: 3, max: 8 }),
            permanent: fc.integer({ min: 0, max: 1 }),
            count: fc.integer({ min: 1, max: most.alike }),
          }),
          { maxLength: schools * groups * 2 },
        ),
        clusters: fc.array(fc.nat(2), { minLength: schools, maxLength: schools }),
        phases: fc.array(fc.nat(1), { minLength: schools, maxLength: schools }),
        groups: fc.constant(groups),
      }),
    )
    .map(({ units, clusters, phases, groups }): Invented => ({
      units: units.map(({ category, ...unit }) => ({ ...unit, categories: ['abcdef'[category] ?? 'a'] })),
      members: clusters.map((cluster, at) => ({
        school: String(at),
        groups: ['all', `phase ${String(phases[at])}`, `cluster ${String(cluster)}`],
      })),
      categories: letters(groups),
    }));

/** All that can be read: totals of all rows, and each figure of a group against those of its schools. */
function readable(table: CellTable, kind: number) {
  const numbers = new Map<number, number>();
  const numberOf = (at: number) => {
    const known = numbers.get(at) ?? numbers.size;
    numbers.set(at, known);
    return known;
  };
  const count = (at: number) => table.counts[at] ?? 0;
  const sums: Sum[] = [];
  const add = (own: readonly number[], total: number, less?: number) => {
    const shown = own.filter((at) => !table.hidden[at]).reduce((sum, at) => sum + count(at), 0);
    const cells = own.filter((at) => table.hidden[at]).map(numberOf);
    if (cells.length > 0 || less !== undefined) sums.push({ cells, sum: total - shown, less });
  };
  for (let place = 0; place < table.places; place += 1) {
    const row = table.categories.map((_, category) => cellAt(table, kind, place, category));
    add(
      row,
      row.reduce((sum, at) => sum + count(at), 0),
    );
    if (place < table.schools) continue;
    for (const [category, at] of row.entries()) {
      const own = (table.schoolsOf[place] ?? []).map((school) => cellAt(table, kind, school, category));
      if (table.hidden[at]) add(own, 0, numberOf(at));
      else add(own, count(at));
    }
  }
  return { sums, cells: numbers.size };
}

describe('a table of pupils by group', () => {
  it('shows no figure of 1 to 4 pupils', () => {
    fc.assert(
      fc.property(invented({ schools: 8, groups: 5, alike: 9 }), ({ units, members, categories }) => {
        const { table, withheld } = suppressSmall(units, members, categories);
        const shown = [...table.counts].filter((_, at) => !withheld && !table.hidden[at]);
        expect(shown.filter((count) => count > 0 && count < 5)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('would give them back, were they hidden alone', () => {
    const units = ['0', '1'].flatMap((school) =>
      [3, 9, 8].map((count, at) => ({
        school,
        categories: ['abc'[at] ?? ''],
        fixedPeriod: 1,
        sessions: 2,
        permanent: 0,
        count: school === '0' ? count : 20,
      })),
    );
    const members = ['0', '1'].map((school) => ({ school, groups: ['all'] }));
    const { table } = suppressSmall(units, members, letters(3));
    const alone = { ...table, hidden: table.hidden.map((_, at) => (table.counts[at] === 3 ? 1 : 0)) };
    const { sums, cells } = readable(alone, 0);
    const { low, high } = narrow(cells, sums);
    expect([low[0], high[0], solvedExactly(cells, sums)]).toEqual([3, 3, [0]]);
    expect(table.hidden.reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  it('gives no hidden figure to an attacker with bounds and linear algebra over all that is shown', () => {
    fc.assert(
      fc.property(invented({ schools: 9, groups: 5, alike: 9 }), ({ units, members, categories }) => {
        const { table, withheld } = suppressSmall(units, members, categories);
        if (withheld) return;
        for (const kind of CELL_KINDS.keys()) {
          const { sums, cells } = readable(table, kind);
          const { low, high } = narrow(cells, sums);
          for (let cell = 0; cell < cells; cell += 1) expect(high[cell]).toBeGreaterThan(low[cell] ?? 0);
          expect(solvedExactly(cells, sums)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves each hidden figure two values or more in all the worlds there can be', () => {
    fc.assert(
      fc.property(invented({ schools: 3, groups: 3, alike: 3 }), ({ units, members, categories }) => {
        const { table, withheld } = suppressSmall(units, members, categories);
        if (withheld) return;
        for (const kind of CELL_KINDS.keys()) {
          const { sums, cells } = readable(table, kind);
          fc.pre(cells <= 24 && sums.every(({ sum }) => sum <= 14));
          for (const values of everyWorld(cells, sums)) expect(values.size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
