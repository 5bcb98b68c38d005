import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot } from '../calendar/types.ts';

/** The three kinds of exclusion in law; see the glossary in the README. */
export type ExclusionKind = 'fixed-period' | 'permanent' | 'lunchtime';

/**
 * Where a case stands. `issued`: in force, or served and not yet looked at by anybody; `upheld`: the governors (or, after
 * a review, the panel or the governors again) let it stand; `reinstated`: they put the pupil back; `overturned`: a panel
 * quashed it, or found that reinstatement would have been right but not practical; `cancelled` (from September 2022) and
 * `withdrawn` (before): taken back by the head; `ended`: nothing more is owed. What may follow what: `life-cycle.ts`.
 */
export const EXCLUSION_STATES = [
  'draft',
  'issued',
  'upheld',
  'reinstated',
  'overturned',
  'cancelled',
  'withdrawn',
  'ended',
] as const;

export type ExclusionState = (typeof EXCLUSION_STATES)[number];

/** The states of a case that was issued, whatever became of it: its half days count but for those given back. */
export const ISSUED_STATES = EXCLUSION_STATES.filter((state) => state !== 'draft');

/**
 * How an exclusion is chained to the one before: `further` begins straight after it; `extension` and `conversion` (made
 * permanent) exist only under the rule sets that allowed them.
 */
export const CHAIN_LINKS = ['further', 'extension', 'conversion'] as const;

export type ChainLink = (typeof CHAIN_LINKS)[number];

/** What counting needs of one exclusion. `sessions` are half days: for a lunchtime exclusion one a lunchtime. */
export interface CountedExclusion {
  readonly id: string;
  readonly kind: ExclusionKind;
  /** The half days this exclusion takes, dated; a lunchtime counts as one half day on its date. */
  readonly halfDays: readonly { readonly date: IsoDate; readonly slot: Slot | 'lunch' }[];
}
