import type { ConferenceCriterion } from './types.ts';

/** What holds until an authority enters its own. */
export const DEFAULT_CONFERENCE_CRITERIA: readonly ConferenceCriterion[] = [
  { kind: 'days-in-term', overDays: 10 },
  { kind: 'times-in-year', times: 3 },
  { kind: 'near-limit', withinDays: 5 },
];
