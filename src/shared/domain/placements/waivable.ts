import type { Refusal, RefusalType } from './types.ts';

/** How a rule gives way: never; with a reason, for a role that may; or, till it is confirmed, for a hold too. */
type Yields = 'never' | 'override' | 'override-or-hold';

/**
 * What a session can hold, who may not meet and what the calendar says never yield: the database guards them as well.
 * Rules of admission yield to somebody who may say why. Who will be there can still be arranged while a place is held.
 */
const YIELDS: Readonly<Record<RefusalType, Yields>> = {
  'not-to-cover': 'never',
  'not-run': 'never',
  closed: 'never',
  placed: 'never',
  full: 'never',
  'week-full': 'never',
  'share-full': 'never',
  'kept-apart': 'never',
  'no-host': 'never',
  group: 'override',
  'year-group': 'override',
  window: 'override',
  'exclusion-short': 'override',
  'stay-short': 'override',
  'stay-long': 'override',
  notice: 'override',
  adults: 'override-or-hold',
  escort: 'override-or-hold',
  'against-guidance': 'override',
};

/** Whether somebody who may can waive the rule with a reason. */
export const isWaivable = ({ type }: Pick<Refusal, 'type'>): boolean => YIELDS[type] !== 'never';

/** Whether a hold can be had in spite of it: it can still be arranged, and is checked when the hold is confirmed. */
export const passesAsHold = ({ type }: Pick<Refusal, 'type'>): boolean => YIELDS[type] === 'override-or-hold';
