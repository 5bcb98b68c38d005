import { areaGrids } from '../../demonstration/area-grids.ts';
import type { DemonstrationArea } from '../../demonstration/types.ts';
import { receivedGrid } from '../../exchange/received-grid.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { keepGrid } from '../../storage/repositories/risk-grids.ts';
import type { Db } from '../../storage/store.ts';

/** The grids of pupils at risk that the schools of the area sent for the last term. */
export async function addDemonstrationGrids(
  db: Db,
  area: DemonstrationArea,
  receivedBy: string,
): Promise<void> {
  for (const [at, document] of areaGrids(area).entries()) {
    const { laEstab, schoolName, schoolYear, term, madeAt } = document;
    await keepGrid(
      db,
      receivedGrid(document, {
        id: `demonstration-grid-${String(at + 1)}`,
        schoolName,
        fileName: `${laEstab}-at-risk-grid-${term}-${String(schoolYear)}.csv`,
        sha256: sha256(Buffer.from(JSON.stringify(document), 'utf8')),
        receivedBy,
        receivedAt: `${madeAt}Z`,
      }),
    );
  }
}
