import { solvePlan } from '#main/planning/solve-plan.ts';
import { firstComeFirstServed } from '#shared/domain/planning/first-come-first-served.ts';
import type { PlanOutcome, PlanProblem } from '#shared/domain/planning/types.ts';
import { inventArea } from '../../planning/invent-area.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const SEED = 1;
const SECONDS = 60;
const AREAS = [
  { pupils: 30, providers: 8 },
  { pupils: 200, providers: 40 },
] as const;

/** A plan for everybody who waits, every rule in use, against placing them one after another. */
export const planner: Bench = {
  name: 'planner',
  run: async () => {
    const lines = [];
    for (const size of AREAS) lines.push(await measurePlan(size));
    return lines;
  },
};

async function measurePlan(size: (typeof AREAS)[number]) {
  // What was prepared for one problem is kept with it, so that each round is given a fresh one.
  const fresh = (): PlanProblem => inventArea(SEED, size);
  let last: PlanOutcome | undefined;
  const samples = await takeTurns(
    [
      async () => {
        const problem = fresh();
        return {
          plan: await timeOf(async () => (last = await solvePlan(problem, { timeLimitSeconds: SECONDS }))),
        };
      },
      async () => {
        const problem = fresh();
        return { 'first come': await timeOf(() => firstComeFirstServed(problem)) };
      },
    ],
    { warmUps: 1, rounds: 5, limit: 60 },
  );
  if (!last) throw new Error('There is no plan.');
  const wanted = fresh().pupils.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const proven = last.optimal ? 'proven the best' : 'not proven';
  return measurement(
    `planner: ${String(size.pupils)} pupils, ${String(size.providers)} providers, 10 sessions; ${String(last.score.covered)} of ${String(wanted)} covered, ${proven}`,
    'ms',
    samples('plan'),
    measured(
      `first come, first served: ${String(last.firstCome.score.covered)} covered`,
      samples('first come'),
    ),
  );
}
