import type { OperationOutput } from '#shared/contract/contract.ts';
import { refuse } from '#shared/kernel/result.ts';
import { gridRows, gridsOfTerm, type RiskGridRow } from '../../storage/repositories/risk-grids.ts';
import type { Handler } from '../context.ts';

/** The pupils of one school's grid, by name: only for who may see pupils of the area. */
export const gridPupils: Handler<'authority.grid-pupils'> = ({ read }, { laEstab, ...term }) =>
  read(async (db) => {
    const grid = (await gridsOfTerm(db, term)).find((one) => one.laEstab === laEstab);
    if (grid === undefined)
      return refuse('not-found', 'There is no grid of this school and term. Look at the comparison again.');
    const rows = await gridRows(db, [grid.id]);
    return {
      ok: true,
      value: { school: { laEstab, name: grid.schoolName }, rows: rows.map(shown) },
    };
  });

type Level = NonNullable<OperationOutput<'authority.grid-pupils'>['rows'][number]['level']>;
const LEVELS: readonly Level[] = ['high', 'medium', 'low', 'tier-1', 'tier-2', 'tier-3'];

const shown = (row: RiskGridRow): OperationOutput<'authority.grid-pupils'>['rows'][number] => {
  const level = LEVELS.find((one) => one === row.level);
  return {
    upn: row.upn,
    name: row.name,
    ...(row.ncYear === null ? {} : { ncYear: row.ncYear }),
    categories: [...row.categories],
    ...(level === undefined ? {} : { level }),
    why: [...row.why],
    since: row.since,
    ...(row.keyWorker === null ? {} : { keyWorker: { name: row.keyWorker, role: row.keyWorkerRole ?? '' } }),
    ...(row.done === null ? {} : { done: row.done }),
    ...(row.reviewOn === null ? {} : { reviewOn: row.reviewOn }),
    ...(row.signedOffOn === null ? {} : { signedOff: { on: row.signedOffOn, why: row.signedOffWhy ?? '' } }),
  };
};
