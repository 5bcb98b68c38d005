import type { IsoDate } from '../../kernel/plain-date.ts';
import type { SchoolYear, Slot, TermName, WorkingLine } from '../calendar/types.ts';

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

/** Where one exclusion takes one total, in half days. */
export interface LimitBar {
  readonly schoolYear: SchoolYear;
  /** Absent for a school year's bar. */
  readonly term?: TermName;
  readonly before: number;
  readonly after: number;
  /** Of both, at earlier schools. */
  readonly earlier: number;
  /** The marks on this bar, in half days: 10 and 30 for a term, 90 for a year. */
  readonly marks: readonly number[];
  /** The marks that `after` is strictly over and `before` is not: 5.5 days is over 5, 5 is not. */
  readonly crosses: readonly number[];
}

/** From when education is owed or promised. */
export interface EducationStart {
  /** The first school day of THIS exclusion from which it holds. */
  readonly date: IsoDate;
  /** Which day of the unbroken run `date` is, counted from 1. */
  readonly day: number;
  /** The day of the run on which it began to hold; before `date` when that was in an earlier exclusion. */
  readonly reachedOn: IsoDate;
}

/** The day from which a pupil must have education, by law and by the area's promise. */
export interface EducationDue {
  readonly law?: EducationStart & { readonly source: string; readonly certainty: 'read' | 'unconfirmed' };
  /** What the area promises over and above the law. */
  readonly promise?: EducationStart;
  /** True when a day that matters cannot be named, because the term dates for it are not entered. */
  readonly incomplete: boolean;
  /** The exclusions of the unbroken run, first to last; the last is this one. */
  readonly run: readonly string[];
  /** The days of the run up to the day of the law, or to the end of the exclusion when that comes first. */
  readonly working: readonly WorkingLine[];
}
