import { beforeAll, describe, expect, test } from 'vitest';
import { runPlanWorker } from '#main/planning/run-plan-worker.ts';
import { applyChange } from '#shared/domain/planning/apply-change.ts';
import { compareScores } from '#shared/domain/planning/compare-scores.ts';
import { explainPlan } from '#shared/domain/planning/explain-plan.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { scorePlan } from '#shared/domain/planning/score-plan.ts';
import type { PlanOutcome, PlanProblem } from '#shared/domain/planning/types.ts';
import { bruteForcePlan } from './brute-force-plan.ts';
import { inventArea } from './invent-area.ts';
import { shuffleProblem } from './shuffle-problem.ts';
import { smallProblem } from './small-problem.ts';

const CASES = 2000;
const SECONDS = 50;
const WATCH = { onStage: () => undefined, checkCancelled: () => undefined };
const solveAll = (problems: readonly PlanProblem[]) => runPlanWorker({ problems, seconds: SECONDS }, WATCH);

describe('thousands of small problems, every rule in use', () => {
  const problems = Array.from({ length: CASES }, (_, at) => smallProblem(at + 1));
  let outcomes: readonly PlanOutcome[] = [];
  let best: readonly ReturnType<typeof bruteForcePlan>[] = [];
  const cases = () =>
    problems.map((problem, at) => {
      const outcome = outcomes[at];
      if (!outcome) throw new Error('A problem was not solved.');
      return { seed: at + 1, problem, outcome };
    });

  beforeAll(async () => {
    const solving = solveAll(problems);
    best = problems.map(bruteForcePlan);
    outcomes = await solving;
  }, 120_000);

  test('the planner finds what trying every plan finds, and says that it is the best', () => {
    const wrong = cases().filter(
      ({ outcome, seed }) =>
        !outcome.optimal || JSON.stringify(outcome.score) !== JSON.stringify(best[seed - 1]),
    );
    expect(wrong.map(({ seed, outcome }) => [seed, outcome.score, best[seed - 1]])).toEqual([]);
  });

  test('neither its plan nor first come, first served breaks a rule', () => {
    for (const { problem, outcome } of cases()) {
      expect(planProblems(problem, outcome.assignments)).toEqual([]);
      expect(planProblems(problem, outcome.firstCome.assignments)).toEqual([]);
      expect(scorePlan(problem, outcome.assignments)).toEqual(outcome.score);
    }
  });

  test('it is never worse than first come, first served, and often better', () => {
    const gains = cases().map(({ outcome }) => compareScores(outcome.score, outcome.firstCome.score));
    expect(Math.min(...gains)).toBe(0);
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThan(CASES / 10);
  });

  test('every rule stands in somebody’s way in many of them', () => {
    const counts: Record<string, number> = {};
    for (const { problem, outcome } of cases()) {
      const types = explainPlan(problem, outcome.assignments).flatMap(({ without }) =>
        without.flatMap(({ providers }) =>
          providers.flatMap(({ obstacles }) => obstacles.map(({ type }) => type)),
        ),
      );
      for (const type of new Set(types)) counts[type] = (counts[type] ?? 0) + 1;
    }
    const rules = [
      'full',
      'school-share',
      'week-full',
      'kept-apart',
      'other-group',
      'stay-too-short',
      'stay-too-long',
      'refused',
    ];
    expect(rules.filter((rule) => (counts[rule] ?? 0) < 40)).toEqual([]);
  });

  test('whatever is left without a place has something against it everywhere, and one change named for it is enough', () => {
    let changes = 0;
    for (const { problem, outcome } of cases()) {
      for (const { pupilId, without } of explainPlan(problem, outcome.assignments)) {
        for (const session of without) {
          expect(session.providers.filter(({ obstacles }) => obstacles.length === 0)).toEqual([]);
          for (const change of session.changes) {
            changes += 1;
            const place = { pupilId, providerId: change.providerId, date: session.date, slot: session.slot };
            expect(planProblems(problem, [...outcome.assignments, place])).not.toEqual([]);
            expect(
              planProblems(applyChange(problem, pupilId, change), [...outcome.assignments, place]),
            ).toEqual([]);
          }
        }
      }
    }
    expect(changes).toBeGreaterThan(CASES / 4);
  });

  test('another order of the same problem gives the identical plan', async () => {
    const some = cases().slice(0, 200);
    const again = await solveAll(some.map(({ problem, seed }) => shuffleProblem(problem, seed)));
    expect(again.map(({ assignments }) => assignments)).toEqual(
      some.map(({ outcome }) => outcome.assignments),
    );
  });
});

test('a plan for a small area is proven, and the same for another order', async () => {
  const area = inventArea(1, { pupils: 30, providers: 8 });
  const [one, other] = await solveAll([area, shuffleProblem(area, 1)]);
  expect(one?.optimal).toBe(true);
  expect(other?.assignments).toEqual(one?.assignments);
  expect(one?.score.covered).toBeGreaterThanOrEqual(one?.firstCome.score.covered ?? 0);
});
