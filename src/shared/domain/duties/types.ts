import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session, Slot, WorkingLine } from '../calendar/types.ts';
import type {
  ChainLink,
  EducationDue,
  ExclusionKind,
  ExclusionState,
  LimitBar,
} from '../exclusions/types.ts';
import type {
  Certainty,
  Dated,
  DatedException,
  DatedPermission,
  DutyWhen,
  EducationNoticeRule,
  GovernorsRule,
  ReviewRules,
  Ruled,
  RuleSetWords,
  RuleSource,
} from './rules/types.ts';

/** The id of a rule set as it is kept with a case (`england-2022`); a new set is a new id, no new type. */
export type RuleSetId = string;

/**
 * By when, from the day of the event in `after`, or else from the notice. `end-of-term`: the last school day of the
 * term of the start (of the event); `first-day-out`, `last-work-day`: of the days on which work is to be set;
 * `return`: the first session (for a lunchtime exclusion the lunchtime) after the last one out.
 */
export type DutyDue =
  | { readonly by: 'without-delay' | 'end-of-term' | 'first-day-out' | 'last-work-day' | 'return' }
  | { readonly by: 'school-day'; readonly day: number };

/** One duty as data: who owes what to whom, in which cases, by when. `from` and `to` are of the start, or of the event. */
export interface DutyRule extends RuleSource, Dated {
  readonly key: string;
  readonly party: DutyParty;
  readonly owedBy: DutyOwner;
  readonly basis: DutyBasis;
  readonly when?: DutyWhen;
  /** Owed once this happened; without `outcomes` whatever came of it. */
  readonly after?: { readonly event: CaseEventType; readonly outcomes?: readonly string[] };
  readonly due: DutyDue;
  /**
   * Not owed when the exclusion stops before its end: `stopped` by whatever stops it, `superseded` only when another
   * one takes over. Without it a rule follows the shortened exclusion. With it a rule lapses too when another exclusion,
   * chained or not, begins with the very session of the return.
   */
  readonly lapses?: 'stopped' | 'superseded';
  /** Owed even when the exclusion was cancelled or withdrawn. */
  readonly evenTakenBack?: boolean;
}

/** Education, work and the parents' part. */
export interface EducationRules {
  /** Who owes it, first match. */
  readonly owners: readonly (RuleSource & { readonly when: DutyWhen; readonly owedBy: DutyOwner })[];
  readonly notice?: EducationNoticeRule;
  /** Not owed to a Year 11 pupil whose examinations are all taken or missed. */
  readonly examsOver: Ruled<boolean>;
  /** Days of the unbroken run on which work is set and marked. */
  readonly workDays: Ruled<number>;
  /** First days on which the parents keep the pupil out of public places; 0 where there is no such duty. */
  readonly publicPlaceDays: Ruled<number>;
}

/** The rules for exclusions that take effect from `from` to `to`; a case keeps the set of its start. */
export interface RuleSet {
  readonly id: RuleSetId;
  readonly name: string;
  readonly from: IsoDate;
  /** Last day, included; undefined while the set is in force. */
  readonly to: IsoDate | undefined;
  readonly words: RuleSetWords;
  /** Most days of fixed-period exclusion in one school year. */
  readonly maxYearDays: Ruled<number>;
  /** Day of the exclusion, or of its unbroken run, from which full-time education is owed. */
  readonly educationFromDay: Ruled<number>;
  /** How a term is read for the tests of 5 and 15 days; where the readings differ the higher total counts. */
  readonly termReading: Ruled<'higher-of-own-terms-and-reference-dates'>;
  /** Whether days at earlier schools count in the term's total (in the year's they always do). */
  readonly termCountsEarlierSchools: Ruled<boolean>;
  /** Which examinations count when an exclusion makes a pupil miss them. */
  readonly examinations: Ruled<readonly ExaminationKind[]>;
  readonly governors: readonly GovernorsRule[];
  /** School days before a governors' meeting by which its papers should be out. */
  readonly papersDaysBefore: Ruled<number>;
  readonly duties: readonly DutyRule[];
  readonly education: EducationRules;
  readonly review: ReviewRules;
  readonly exceptions: readonly DatedException[];
  readonly permissions: {
    readonly extension: readonly DatedPermission[];
    readonly conversion: readonly DatedPermission[];
    readonly cancel: readonly DatedPermission[];
    readonly withdraw: readonly DatedPermission[];
    readonly remoteMeeting: readonly DatedPermission[];
  };
}

/** What an exclusion can make a pupil miss; which kinds count is data of the rule set. */
export const EXAMINATION_KINDS = ['public-examination', 'national-curriculum-test'] as const;

export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** One examination sitting of a pupil: of their own, or of their year group. */
export interface Examination extends Session {
  readonly kind: ExaminationKind;
  readonly name: string;
}

/** Whom a duty is owed to, or concerns. */
export type DutyParty =
  | 'parents'
  | 'authority'
  | 'home-authority'
  | 'governors'
  | 'social-worker'
  | 'virtual-school-head'
  | 'pupil'
  | 'panel';

/** Who has to do it. `school` is the head and the office; the others have their own staff, and the school watches. */
export type DutyOwner = 'school' | 'governors' | 'authority' | 'parents' | 'panel';

/** `law` and `guidance` bind the school; `promise` is what the area holds itself to, and is shown as such. */
export type DutyBasis = 'law' | 'guidance' | 'promise';

/** What can happen in a case once it is issued; the facts that duties and the life cycle read. */
export const CASE_EVENT_TYPES = [
  /** The parents made representations, or asked for a governors' meeting. */
  'representations',
  /** A governors' meeting is set for `on`. */
  'meeting-set',
  /** The governors began their meeting. */
  'meeting-begun',
  /** The governors decided: outcome `upheld`, `reinstated` (with `back`) or `considered` (no power to reinstate). */
  'decision',
  /**
   * Notice of the governors' decision was handed over or posted on `on`: outcome `by-hand` (given that day) or `post`
   * (first class: given on the second working day after). Without an outcome it was given on `on`.
   */
  'decision-told',
  /** The parents applied for a review (appealed, before September 2012). */
  'review-asked',
  /** The parents said in writing that they will not. */
  'review-waived',
  /**
   * The panel decided: outcome `upheld`, `reconsider` (recommended), `quashed`, `reinstated` (with `back`),
   * `not-practical`.
   */
  'review-decided',
  /** The governors reconsidered: outcome `upheld` or `reinstated` (with `back`). */
  'reconsidered',
  /** Taken back by the head before the governors met: on the day `on`, with `back`. */
  'cancelled',
  'withdrawn',
  /** A further, extending or permanent exclusion took over from `on` and its slot. */
  'superseded',
  /** The pupil is back in lessons. */
  'returned',
  /** The case is closed: nothing more is owed (a permanent one: the time for a review has run out, or the review ended). */
  'ended',
] as const;

export type CaseEventType = (typeof CASE_EVENT_TYPES)[number];

export interface CaseEvent {
  readonly id: string;
  readonly type: CaseEventType;
  /** The day it happened, or is set for. What is owed after an event counts from this day. */
  readonly on: IsoDate;
  /** Only where the event itself takes effect at a session: `superseded`, `returned`. */
  readonly slot?: Slot;
  readonly outcome?: string;
  /** The first session back: of a decision that puts the pupil back, and of `cancelled` and `withdrawn`. */
  readonly back?: Session;
}

/** Everything the duties of one case follow from. Nothing in it depends on today or on the order of recording. */
export interface DutyCase {
  readonly exclusion: {
    readonly id: string;
    readonly kind: ExclusionKind;
    readonly state: ExclusionState;
    readonly start: Session;
    /** Its last session as decided; missing for a permanent exclusion. */
    readonly last?: Session;
    /** Half days as decided; 0 for a permanent exclusion. */
    readonly halfDays: number;
    /** The day on which it was issued, or would be: what is owed "without delay" is shown on it. */
    readonly noticeOn: IsoDate;
    /** The day on which the governors were told, where it is recorded; windows then count from it. */
    readonly governorsToldOn?: IsoDate;
    readonly follows?: { readonly id: string; readonly as: ChainLink };
    /** The start of another exclusion of the pupil, where that is the session on which this one's return would fall. */
    readonly joinedBy?: Session;
  };
  readonly ruleSet: RuleSet;
  readonly index: CalendarIndex;
  /** The term that decides (5 and 15 days); missing for a permanent exclusion. */
  readonly term?: LimitBar;
  readonly education: EducationDue;
  /** Sittings that fall in the sessions out, and of a permanent exclusion those after its start in the school year. */
  readonly examsMissed: readonly Examination[];
  /** All sittings of a Year 11 pupil are over (taken or missed) before education would be owed. */
  readonly examsOver: boolean;
  readonly pupil: {
    readonly inCare: boolean;
    readonly hasSocialWorker: boolean;
    readonly hasHomeAuthority: boolean;
  };
  /** `primary`, `secondary`, `pru`, `special` ... as set up for the school. */
  readonly schoolPhase: string;
  /** In order of the day they happened; voided ones are left out. */
  readonly events: readonly CaseEvent[];
}

/** One thing owed in a case: what, to whom, by when, and how that was worked out. Words: `shared/text/duty-words.ts`. */
export interface Duty {
  /** The rule's key (`tell-parents-writing`, `governors-meeting` ...), unique in a case. */
  readonly key: string;
  readonly party: DutyParty;
  readonly owedBy: DutyOwner;
  readonly basis: DutyBasis;
  /** "Without delay" has no date in law: `dueBy` is then the day of issue, never shown as a legal date. */
  readonly withoutDelay: boolean;
  /** Missing while it cannot be worked out (an event has not happened, term dates are not entered). */
  readonly dueBy?: IsoDate;
  /** The session by whose end it is due (`am`: before the afternoon session begins); for a return the session itself. */
  readonly dueSlot?: Slot;
  /** The first day on which it may be done (the window of a meeting). */
  readonly notBefore?: IsoDate;
  /** The school days counted and the closed ones passed over, from the day counted from to `dueBy`. */
  readonly working: readonly WorkingLine[];
  readonly source: string;
  readonly certainty: Certainty;
  /** The safer reading taken, in words, where the source is uncertain. */
  readonly reading?: string;
}
