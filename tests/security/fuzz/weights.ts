import type { OperationName } from '#shared/contract/contract.ts';

/** Long work, asked for seldom so that there is time for the rest. */
const SELDOM = new Set<OperationName>([
  'planner.plan',
  'setup.load-demonstration',
  'authority.write-demonstration-returns',
  'forecast.get',
  'authority.import',
  'authority.places',
  'authority.export-places',
]);

/** How often an operation is called, compared with others. */
export const weightOf = (name: OperationName): number => (SELDOM.has(name) ? 1 : 12);
