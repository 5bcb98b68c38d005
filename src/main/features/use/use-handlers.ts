import type { Handlers } from '../context.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const useHandlers = {
  'use.figures': notBuilt,
  'use.balance': notBuilt,
  'use.statement': notBuilt,
  'use.export': notBuilt,
} satisfies Partial<Handlers>;
