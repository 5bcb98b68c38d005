import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session, Slot, WorkingLine } from '../calendar/types.ts';
import type { EducationDue } from '../exclusions/education-due.ts';
import type { LimitBar } from '../exclusions/limits.ts';
import type { ChainLink, ExclusionKind, ExclusionState } from '../exclusions/types.ts';

export type RuleSetId = 'england-2003' | 'england-2007' | 'england-2012' | 'england-2022';

/** A value of the rules with where it stands, and whether that source itself was read. */
export interface Ruled<T> {
  readonly value: T;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

/**
 * One row of the governors' table; rows are tried from the top and the first match holds. Days are school
 * days after the day of the notice to the governors.
 */
export interface GovernorsRule {
  readonly when: 'examination-missed' | 'permanent' | 'term-total';
  /** For `term-total`: matches when the term's total, this exclusion included, is strictly over it. */
  readonly overTermDays?: number;
  readonly must: 'meet' | 'meet-if-asked' | 'consider-representations';
  readonly notBeforeDay?: number;
  readonly byDay?: number;
  readonly mayReinstate: boolean;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

/** The rules for exclusions that take effect from `from` to `to`; a case keeps the set of its start. */
export interface RuleSet {
  readonly id: RuleSetId;
  readonly name: string;
  readonly from: IsoDate;
  /** Last day, included; undefined while the set is in force. */
  readonly to: IsoDate | undefined;
  readonly words: {
    readonly exclusion: 'exclusion' | 'suspension';
    readonly authority: 'LEA' | 'LA';
    readonly governors: "governors' discipline committee" | 'governing board';
    readonly panel: 'independent appeal panel' | 'independent review panel';
  };
  /** Most days of fixed-period exclusion in one school year. */
  readonly maxYearDays: Ruled<number>;
  /** Day of the exclusion, or of its unbroken run, from which full-time education is owed. */
  readonly educationFromDay: Ruled<number>;
  /** How a term is read for the tests of 5 and 15 days; where the readings differ the higher total counts. */
  readonly termReading: Ruled<'higher-of-own-terms-and-reference-dates'>;
  /** Whether days at earlier schools count in the term's total (in the year's they always do). */
  readonly termCountsEarlierSchools: Ruled<boolean>;
  readonly governors: readonly GovernorsRule[];
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
  /** The governors decided: outcome `upheld`, `reinstated` (back on `on`) or `considered` (no power to reinstate). */
  'decision',
  /** Notice of the governors' decision was given. */
  'decision-told',
  /** The parents applied for a review (appealed, before September 2012). */
  'review-asked',
  /** The parents said in writing that they will not. */
  'review-waived',
  /** The panel decided: outcome `upheld`, `reconsider` (recommended), `quashed`, `reinstated`, `not-practical`. */
  'review-decided',
  /** The governors reconsidered: outcome `upheld` or `reinstated`. */
  'reconsidered',
  /** Taken back by the head before the governors met; `on` and its slot are the first session back. */
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
  readonly on: IsoDate;
  readonly slot?: Slot;
  readonly outcome?: string;
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
    readonly follows?: { readonly id: string; readonly as: ChainLink };
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
  /** The session by whose start (am, pm) or end it is due, where the rule says so; see the rule's words. */
  readonly dueSlot?: Slot;
  /** The first day on which it may be done (the window of a meeting). */
  readonly notBefore?: IsoDate;
  /** The school days counted and the closed ones passed over, from the day counted from to `dueBy`. */
  readonly working: readonly WorkingLine[];
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
  /** The safer reading taken, in words, where the source is uncertain. */
  readonly reading?: string;
}
