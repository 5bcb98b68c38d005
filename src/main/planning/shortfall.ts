import { groupBy } from '#shared/domain/planning/group-by.ts';
import type { PlanProblem } from '#shared/domain/planning/types.ts';
import type { PlanModel } from './build-model.ts';
import { addColumn, addRow, type LinearModel } from './linear-model.ts';

/** Thousandths, as in `scorePlan`. */
const WHOLE = 1000;

/**
 * Adds the largest shortfall of a school as a column, at its lowest where every school's share is below it; gives its
 * cost and a solution with it. A model with one school, or with everybody covered, needs none of it.
 */
export function addShortfall(
  model: LinearModel,
  { options }: PlanModel,
  { pupils }: PlanProblem,
  values: Float64Array,
): { readonly cost: Float64Array; readonly start: Float64Array } {
  const column = addColumn(model, { upper: WHOLE });
  const own = groupBy(options, ({ pupil }) => pupil.schoolId);
  let worst = 0;
  for (const [schoolId, there] of groupBy(pupils, (pupil) => pupil.schoolId)) {
    const wanted = there.reduce((sum, { sessions }) => sum + sessions.length, 0);
    if (wanted === 0) continue;
    const columns = (own.get(schoolId) ?? []).map((option) => option.column);
    const covered = columns.reduce((sum, at) => sum + (values[at] ?? 0), 0);
    worst = Math.max(worst, Math.ceil(((wanted - covered) * WHOLE) / wanted));
    addRow(model, [[column, wanted], ...columns.map((at) => [at, WHOLE] as const)], {
      lower: WHOLE * wanted,
    });
  }
  const cost = new Float64Array(model.lower.length);
  const start = new Float64Array(model.lower.length);
  start.set(values);
  start[column] = worst;
  const schools = new Set(pupils.map(({ schoolId }) => schoolId)).size;
  if (schools > 1 && worst > 0) cost[column] = 1;
  return { cost, start };
}
