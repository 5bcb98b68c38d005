import { compareScores } from '#shared/domain/planning/compare-scores.ts';
import { planProblems } from '#shared/domain/planning/plan-problems.ts';
import { scorePlan } from '#shared/domain/planning/score-plan.ts';
import type { PlanAssignment, PlanProblem, PlanScore } from '#shared/domain/planning/types.ts';

/**
 * The best plan found by trying every way to give every session a place or none. It knows the rules only through
 * `planProblems` and the objective only through `scorePlan`, so it shares nothing with the planner.
 */
export function bruteForcePlan(problem: PlanProblem): PlanScore {
  const choices = problem.pupils.flatMap((pupil) =>
    pupil.sessions.map((session) =>
      problem.admissions
        .filter(
          ({ pupilId, sessions }) =>
            pupilId === pupil.id &&
            sessions.some(({ date, slot }) => date === session.date && slot === session.slot),
        )
        .map(({ providerId }): PlanAssignment => ({ pupilId: pupil.id, providerId, ...session }))
        .filter((one) => planProblems(problem, [one]).every(({ type }) => type === 'stay-length')),
    ),
  );
  let best = scorePlan(problem, []);
  const plan: PlanAssignment[] = [];
  const search = (at: number): void => {
    const options = choices[at];
    if (!options) {
      const score = scorePlan(problem, plan);
      if (compareScores(score, best) > 0 && planProblems(problem, plan).length === 0) best = score;
      return;
    }
    // Fewer covered sessions than the best plan has can no longer win.
    if (plan.length + choices.length - at < best.covered) return;
    for (const option of options) {
      plan.push(option);
      search(at + 1);
      plan.pop();
    }
    search(at + 1);
  };
  search(0);
  return best;
}
