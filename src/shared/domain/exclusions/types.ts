import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot } from '../calendar/types.ts';

/** The three kinds of exclusion in law; see the glossary in the README. */
export type ExclusionKind = 'fixed-period' | 'permanent' | 'lunchtime';

export type ExclusionState = 'draft' | 'issued';

/** What counting needs of one exclusion. `sessions` are half days: for a lunchtime exclusion one a lunchtime. */
export interface CountedExclusion {
  readonly id: string;
  readonly kind: ExclusionKind;
  /** The half days this exclusion takes, dated; a lunchtime counts as one half day on its date. */
  readonly halfDays: readonly { readonly date: IsoDate; readonly slot: Slot | 'lunch' }[];
}
