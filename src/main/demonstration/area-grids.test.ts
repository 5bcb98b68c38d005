import { expect, it } from 'vitest';
import { criteriaKey } from '#shared/domain/support/criteria-key.ts';
import { canonicalGrid } from '../exchange/grid-document.ts';
import { readGrid, writeGrid } from '../exchange/grid-files.ts';
import { areaGrids } from './area-grids.ts';
import { generateArea } from './generate-area.ts';

it('the grids of the area are of the last term, by different criteria, and such as a school exports', async () => {
  const area = generateArea({ seed: 1, today: '2025-11-12' });
  const grids = areaGrids(area);
  expect(grids.length).toBeGreaterThan(15);
  expect(new Set(grids.map(({ criteria }) => criteriaKey(criteria))).size).toBe(3);
  expect(grids.some(({ laEstab }) => laEstab === area.homeSchool.school.laEstab)).toBe(false);
  for (const grid of grids) {
    expect(grid).toMatchObject({ schoolYear: 2024, term: 'summer' });
    const written = await writeGrid(grid, 'csv');
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    expect(await readGrid('grid.csv', written.value)).toEqual({
      ok: true,
      value: { document: canonicalGrid(grid), warnings: [] },
    });
  }
});
