import type { Handlers } from '../context.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const staysHandlers = {
  'stays.get': notBuilt,
  'stays.list': notBuilt,
  'stays.register': notBuilt,
  'stays.mark': notBuilt,
  'stays.choose': notBuilt,
  'stays.visit': notBuilt,
  'stays.add-task': notBuilt,
  'stays.do-task': notBuilt,
  'stays.reopen-task': notBuilt,
  'stays.report': notBuilt,
  'stays.course': notBuilt,
  'stays.tasks': notBuilt,
  'stays.print-report': notBuilt,
} satisfies Partial<Handlers>;
