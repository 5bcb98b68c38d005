import type { OperationOutput } from '#shared/contract/contract.ts';
import { explainPlan } from '#shared/domain/planning/explain-plan.ts';
import type { PupilExplanation } from '#shared/domain/planning/explanation-types.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import {
  PLAN_STAGE_WORDS,
  sayPlanChange,
  sayPlanReason,
  sayProviderObstacles,
  type PlanNames,
} from '#shared/text/plan-words.ts';
import { solvePlan } from '../../planning/solve-plan.ts';
import type { Handler } from '../context.ts';
import { buildProblem } from './build-problem.ts';
import { planBasis } from './plan-basis.ts';
import { readPlanFacts, type PlanFacts, type WaitingCase } from './read-plan-facts.ts';

type PlannedPupil = OperationOutput<'planner.plan'>['pupils'][number];

/** The best plan for everybody who waits, with why each got what they got; nothing is written. */
export const makePlan: Handler<'planner.plan'> = async (context, { scope, days, seconds }) => {
  const { job } = context;
  job.progress(undefined, 'Reading who waits and what is free');
  const facts = await context.read((db) => readPlanFacts(db, context, { scope, days }));
  if (!facts.ok) return facts;
  const problem = buildProblem(facts.value);
  const outcome = await solvePlan(problem, {
    timeLimitSeconds: seconds,
    checkCancelled: () => job.checkCancelled(),
    onProgress: (stage) => job.progress(undefined, PLAN_STAGE_WORDS[stage]),
  });
  const explanations = new Map(
    explainPlan(problem, outcome.assignments).map((one) => [one.pupilId, one] as const),
  );
  const names = namesOf(facts.value);
  return {
    ok: true,
    value: {
      basis: [...planBasis(facts.value)],
      optimal: outcome.optimal,
      seconds: outcome.stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000,
      covered: outcome.score.covered,
      wanted: facts.value.waiting.reduce((sum, { wanted }) => sum + wanted.length, 0),
      firstCome: { covered: outcome.firstCome.score.covered, venueChanges: outcome.firstCome.score.venues },
      venueChanges: outcome.score.venues,
      pupils: facts.value.waiting.map((one) =>
        plannedPupil(one, explanations.get(one.exclusion.id), facts.value, names),
      ),
    },
  };
};

/** A plan calls pupils by their exclusion; those who are in its way may be others of the book, by their own id. */
function namesOf({ waiting, place }: PlanFacts): PlanNames {
  const waitingNames = new Map(waiting.map(({ exclusion }) => [exclusion.id, exclusion.name]));
  const others = new Map(place.places.map(({ pupilId, name }) => [pupilId, name]));
  return {
    pupil: (id) => waitingNames.get(id) ?? others.get(id) ?? 'another pupil',
    provider: (id) => place.providers.get(id)?.name ?? 'another provider',
  };
}

function plannedPupil(
  { exclusion, wanted }: WaitingCase,
  explained: PupilExplanation | undefined,
  { schoolNames }: PlanFacts,
  names: PlanNames,
): PlannedPupil {
  const { id, schoolId, pupilId, name, form, kind, inCare } = exclusion;
  return {
    exclusionId: id,
    schoolId,
    pupilId,
    name,
    ...(form === null ? {} : { form }),
    schoolName: schoolNames.get(schoolId) ?? 'Another school',
    kind,
    inCare,
    title: exclusionTitle(exclusion),
    wanted: wanted.length,
    runs: (explained?.stays ?? []).map(({ providerId, sessions, reasons }) => ({
      providerId,
      providerName: names.provider(providerId),
      sessions: [...sessions],
      why: reasons.map((reason) => sayPlanReason(reason, names)).join(' '),
    })),
    without: (explained?.without ?? []).map(({ date, slot, providers, changes }) => ({
      session: { date, slot },
      why:
        providers.length === 0
          ? ['No provider runs then.']
          : providers.map((provider) => sayProviderObstacles(provider, names)),
      wouldFree: changes.map((change) => sayPlanChange(change, names)),
    })),
  };
}
