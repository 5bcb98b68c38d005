import type { Handlers } from '../context.ts';
import { acceptPlan } from './accept-plan.ts';
import { makePlan } from './make-plan.ts';

export const plannerHandlers = {
  'planner.plan': makePlan,
  'planner.accept': acceptPlan,
} satisfies Partial<Handlers>;
