import { costBurden, travelBurden } from '#shared/domain/planning/burden-of.ts';
import { urgencyWeight } from '#shared/domain/planning/urgency-weight.ts';
import type { PlanModel } from './build-model.ts';

type AdditiveStage = 'covered' | 'urgency' | 'venues' | 'burden' | 'balance';

/** What every column costs in a stage; the least is the best. The terms are those of `scorePlan`. */
export function stageCosts({ model, options, venues, days }: PlanModel, stage: AdditiveStage): Float64Array {
  const cost = new Float64Array(model.lower.length);
  const add = (column: number, amount: number) => (cost[column] = (cost[column] ?? 0) + amount);
  if (stage === 'venues') for (const column of venues) add(column, 1);
  if (stage === 'burden') {
    for (const { column, pupil, provider } of days) add(column, travelBurden(provider, pupil.schoolId));
  }
  for (const { column, pupil, provider } of options) {
    if (stage === 'covered') add(column, -1);
    if (stage === 'urgency') add(column, -urgencyWeight(pupil));
    if (stage === 'burden') add(column, costBurden(provider));
    if (stage === 'balance') add(column, -(provider.balance[pupil.schoolId] ?? 0));
  }
  return cost;
}
