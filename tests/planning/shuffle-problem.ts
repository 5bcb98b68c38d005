import { createRandom } from '#main/demonstration/random.ts';
import type { PlanProblem } from '#shared/domain/planning/types.ts';

/** The same problem with every list in another order. */
export function shuffleProblem(problem: PlanProblem, seed: number): PlanProblem {
  const { shuffled } = createRandom(seed);
  return {
    pupils: shuffled(
      problem.pupils.map((pupil) => ({
        ...pupil,
        sessions: shuffled(pupil.sessions),
        existing: shuffled(pupil.existing),
      })),
    ),
    providers: shuffled(
      problem.providers.map((provider) => ({
        ...provider,
        sessions: shuffled(provider.sessions.map((run) => ({ ...run, present: shuffled(run.present) }))),
      })),
    ),
    admissions: shuffled(
      problem.admissions.map((row) => ({
        ...row,
        sessions: shuffled(row.sessions),
        refused: shuffled(row.refused),
      })),
    ),
    keepApart: shuffled(problem.keepApart.map(([one, other]) => [other, one] as const)),
  };
}
