import type { Refusal, RefusalType } from './types.ts';

/** What others, or the provider, may yet make room for; what is left stands as long as the rules of the provider do. */
const MAY_CHANGE: ReadonlySet<RefusalType> = new Set([
  'full',
  'week-full',
  'share-full',
  'kept-apart',
  'group',
  'closed',
  'adults',
  'no-host',
  'placed',
  'escort',
]);

/** Whether waiting can help against a reason. */
export const canChange = ({ type }: Pick<Refusal, 'type'>): boolean => MAY_CHANGE.has(type);
