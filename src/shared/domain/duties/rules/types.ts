import type { IsoDate } from '../../../kernel/plain-date.ts';
import type { Slot } from '../../calendar/types.ts';
import type { ExclusionKind } from '../../exclusions/types.ts';

export type Certainty = 'read' | 'unconfirmed';

/** Where a rule stands, whether that source itself was read, and the reading taken where it leaves a doubt. */
export interface RuleSource {
  readonly source: string;
  readonly certainty: Certainty;
  /** The safer reading taken, in words. */
  readonly reading?: string;
}

/** A value of the rules with where it stands. */
export interface Ruled<T> extends RuleSource {
  readonly value: T;
}

/** Holds from `from` to `to`, both included, open where missing. */
export interface Dated {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/**
 * One row of the governors' table; rows are tried from the top and the first match holds. Days are school
 * days after the day of the notice to the governors.
 */
export interface GovernorsRule extends RuleSource {
  readonly when: 'examination-missed' | 'permanent' | 'term-total';
  /** For `term-total`: matches when the term's total, this exclusion included, is strictly over it. */
  readonly overTermDays?: number;
  readonly must: 'meet' | 'meet-if-asked' | 'consider-representations';
  readonly notBeforeDay?: number;
  readonly byDay?: number;
  readonly mayReinstate: boolean;
}

/** A condition on a case, as data. `termOver` is in days and strict: 5.5 is over 5, 5 is not. */
export type DutyWhen =
  | { readonly kinds: readonly ExclusionKind[] }
  | { readonly termOver: number }
  | { readonly examination: true }
  | { readonly pupil: 'in-care' | 'social-worker' | 'home-authority' }
  | { readonly phases: readonly string[] }
  /** The exclusion touches at least this many school days; half a day touches one. */
  | { readonly touchesDays: number }
  | { readonly all: readonly DutyWhen[] }
  | { readonly any: readonly DutyWhen[] }
  | { readonly not: DutyWhen };

/** Whether something may be done on a day; the first row that covers the day holds, no row means no. */
export interface DatedPermission extends RuleSource, Dated {
  readonly allowed: boolean;
  /** A sentence for people: why not, or what it takes. */
  readonly why: string;
  /** Not while the pupil is out for more days in the school year than the limit of the rule set. */
  readonly notOverYearLimit?: boolean;
  /** By the start of the exclusion instead of by the day it is done. */
  readonly ofStart?: boolean;
}

/** Later days than the table's for exclusions that began in a certain time. Days are school days. */
export interface DatedException extends RuleSource, Dated {
  readonly name: string;
  /** In place of a row's `byDay`, only where the meeting could not be held by then. */
  readonly meetingByDay: readonly { readonly insteadOf: number; readonly byDay: number }[];
  /** In place of the days to apply for a review, without a condition. */
  readonly reviewApplyDays?: number;
}

/** By which time of the first day parents are told of the education; the slot is the session by whose END it is due. */
export interface EducationNoticeRule extends RuleSource {
  readonly startedAm: Slot;
  readonly startedPm: Slot;
  /** Hours before the education starts by which it is said at the latest, where it was not known on the first day. */
  readonly latestHoursBefore?: number;
  /** Where day six falls on this day of a joined exclusion or before, there is no later time. */
  readonly noLaterWhenReachedByDay?: number;
}

/** After the governors upheld a permanent exclusion. Days are school days. */
export interface ReviewRules {
  /** The parents' last day, after notice of the governors' decision. */
  readonly applyDays: Ruled<number>;
  /** Outcomes that the panel may reach. */
  readonly outcomes: readonly ReviewOutcome[];
  readonly removeFromRegister: RuleSource;
}

export type ReviewOutcome = 'upheld' | 'reinstated' | 'not-practical' | 'reconsider' | 'quashed';

export interface RuleSetWords {
  readonly exclusion: 'exclusion' | 'suspension';
  readonly authority: 'LEA' | 'LA';
  readonly governors: string;
  readonly panel: string;
  /** What the parents ask the panel for. */
  readonly review: 'appeal' | 'review';
  /** Who excludes. */
  readonly head: string;
  readonly headAtPru: string;
  /** The body whose decision the parents are told. */
  readonly decisionBody: string;
}
