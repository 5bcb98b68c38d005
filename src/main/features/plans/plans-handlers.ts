import type { Handlers } from '../context.ts';
import { closePlan } from './close-plan.ts';
import { getPupilSupport } from './get-pupil-support.ts';
import { listPlans } from './list-plans.ts';
import { reviewPlan } from './review-plan.ts';
import { savePlan } from './save-plan.ts';
import { startPlan } from './start-plan.ts';

export const plansHandlers = {
  'plans.list': listPlans,
  'plans.pupil': getPupilSupport,
  'plans.start': startPlan,
  'plans.save': savePlan,
  'plans.review': reviewPlan,
  'plans.close': closePlan,
} satisfies Partial<Handlers>;
