import { expect, test } from 'vitest';
import { inventArea } from '../../../tests/planning/invent-area.ts';
import { smallProblem } from '../../../tests/planning/small-problem.ts';
import { solvePlan } from './solve-plan.ts';

class Cancelled extends Error {}

test('a plan is made in a thread of its own, with its stages and what first come, first served would give', async () => {
  const stages: string[] = [];
  const outcome = await solvePlan(smallProblem(3), { onProgress: (stage) => stages.push(stage) });
  expect(outcome.optimal).toBe(true);
  expect(outcome.assignments).toHaveLength(outcome.score.covered);
  expect(outcome.score.covered).toBeGreaterThanOrEqual(outcome.firstCome.score.covered);
  expect(stages).toContain('covered');
});

test('cancelling ends the planner at once, in the middle of its work', async () => {
  const started = performance.now();
  let cancelledAt = Infinity;
  const work = solvePlan(inventArea(1, { pupils: 200, providers: 40 }), {
    checkCancelled: () => {
      if (performance.now() < started + 1500) return;
      cancelledAt = Math.min(cancelledAt, performance.now());
      throw new Cancelled();
    },
  });
  await expect(work).rejects.toBeInstanceOf(Cancelled);
  expect(performance.now() - cancelledAt).toBeLessThan(1000);
});

test('a plan that is no longer wanted is not begun', async () => {
  const work = solvePlan(smallProblem(1), {
    checkCancelled: () => {
      throw new Cancelled();
    },
  });
  await expect(work).rejects.toBeInstanceOf(Cancelled);
});
