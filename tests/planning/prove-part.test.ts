import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { optimisePlan } from '#main/planning/optimise-plan.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { busyArea } from './busy-area.ts';
import { runs } from '../builders/runs.ts';

const AREAS = runs(12);
const PUPILS = 14;

test('what is proven by its bounds is what the solver finds by branching', async () => {
  const silent = () => undefined;
  const highs = await loadHighs({ print: silent, printErr: silent });
  const solve = (seed: number, provable: number) =>
    optimisePlan(highs, busyArea(seed, PUPILS), { seconds: 60, now: () => 0, onStage: silent, provable });
  let byBounds = 0;
  for (let seed = 1; seed <= AREAS; seed += 1) {
    const branched = solve(seed, Infinity);
    const bounded = solve(seed, 0);
    expect(planProblems(busyArea(seed, PUPILS), bounded.assignments)).toEqual([]);
    expect(branched.optimal).toBe(true);
    // Where not everybody can be covered the bounds prove nothing, and the plan says so.
    if (!bounded.optimal) continue;
    byBounds += 1;
    expect([seed, bounded.score]).toEqual([seed, branched.score]);
  }
  expect(byBounds).toBeGreaterThanOrEqual(AREAS / 2);
});
