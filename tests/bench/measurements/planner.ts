import { solvePlan } from '#main/planning/solve-plan.ts';
import { firstComeFirstServed } from '#shared/domain/planning/first-come-first-served.ts';
import type { PlanOutcome } from '#shared/domain/planning/types.ts';
import { busyArea } from '../../planning/busy-area.ts';
import { inventArea } from '../../planning/invent-area.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const SECONDS = 60;
/** The first has room but for the rules; in the other, capacities and shares leave many pupils without. */
const AREAS = [
  { name: 'a busy area', problem: () => busyArea(1) },
  { name: 'the same, another', problem: () => busyArea(2) },
  { name: 'an area without enough places', problem: () => inventArea(1, { pupils: 200, providers: 40 }) },
] as const;

/** A plan for everybody who waits, every rule in use, against placing them one after another. */
export const planner: Bench = {
  name: 'planner',
  run: async () => {
    const lines = [];
    for (const area of AREAS) lines.push(await measurePlan(area));
    return lines;
  },
};

async function measurePlan({ name, problem: fresh }: (typeof AREAS)[number]) {
  // What was prepared for one problem is kept with it, so that each round is given a fresh one.
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
    { warmUps: 1, rounds: 3, limit: 90 },
  );
  if (!last) throw new Error('There is no plan.');
  const wanted = fresh().pupils.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const proven = last.optimal ? 'proven the best' : 'not proven';
  return measurement(
    `planner: ${name}, 200 pupils, 40 providers, 10 sessions; ${String(last.score.covered)} of ${String(wanted)} covered, ${proven}`,
    'ms',
    samples('plan'),
    measured(
      `first come, first served: ${String(last.firstCome.score.covered)} covered`,
      samples('first come'),
    ),
  );
}
