import type { Handlers } from '../context.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const plannerHandlers = {
  'planner.plan': notBuilt,
  'planner.accept': notBuilt,
} satisfies Partial<Handlers>;
