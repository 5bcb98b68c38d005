import type { Handlers } from '../context.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const apartHandlers = {
  'apart.list': notBuilt,
  'apart.add': notBuilt,
  'apart.end': notBuilt,
  'apart.shared': notBuilt,
} satisfies Partial<Handlers>;
