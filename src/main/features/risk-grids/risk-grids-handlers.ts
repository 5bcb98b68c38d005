import type { Handler, Handlers } from '../context.ts';
import { readAreaCriteria, takeAreaCriteria } from './area-criteria.ts';
import { comparedGrids } from './compared-grids.ts';
import { crossCheckList } from './cross-check-list.ts';
import { exportCompared } from './export-compared.ts';
import { exportGrid } from './export-grid.ts';
import { criteriaChoices, writeCriteria } from './give-criteria.ts';
import { gridPupils } from './grid-pupils.ts';
import { importGrids } from './import-grids.ts';
import { readGrid } from './read-grid.ts';

const compareGrids: Handler<'authority.compare-grids'> = (context, input) =>
  context.read(async (db) => ({ ok: true, value: await comparedGrids(db, context, input) }));

export const riskGridsHandlers = {
  'support.grid': readGrid,
  'support.export-grid': exportGrid,
  'support.read-area-criteria': readAreaCriteria,
  'support.take-area-criteria': takeAreaCriteria,
  'authority.import-grids': importGrids,
  'authority.compare-grids': compareGrids,
  'authority.grid-pupils': gridPupils,
  'authority.export-grids': exportCompared,
  'authority.cross-check-list': crossCheckList,
  'authority.criteria-choices': criteriaChoices,
  'authority.write-criteria': writeCriteria,
} satisfies Partial<Handlers>;
