import type { IsoDate } from '../../kernel/plain-date.ts';

/** A kind of risk, by its letter, with the role that usually is the key worker of such a pupil. */
export interface RiskCategory {
  readonly letter: string;
  readonly name: string;
  readonly keyWorkerRole: string;
}

export const CRITERION_KINDS = [
  'excluded-times',
  'excluded-days',
  'placed-times',
  'attendance-below',
  'looked-after',
  'by-hand',
] as const;

export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** What puts a pupil at risk. All kinds but `by-hand` are found on record; that one a person says. */
export type CriterionRule =
  | { readonly kind: 'excluded-times'; readonly times: number }
  /** Whole days out in the school year, at an earlier school too. */
  | { readonly kind: 'excluded-days'; readonly days: number }
  /** Exclusions and breaks of the school year with a booked place; an exclusion in stages is one. */
  | { readonly kind: 'placed-times'; readonly times: number }
  | { readonly kind: 'attendance-below'; readonly percent: number }
  | { readonly kind: 'looked-after' }
  | { readonly kind: 'by-hand'; readonly name: string };

export interface Criterion {
  readonly id: string;
  /** Letter of the category it puts the pupil in. */
  readonly category: string;
  readonly rule: CriterionRule;
}

/** The criteria of a school or its area, and the categories they sort pupils into. */
export interface RiskCriteria {
  readonly categories: readonly RiskCategory[];
  readonly criteria: readonly Criterion[];
}

/** What is on record about a pupil. */
export interface RiskFacts {
  /** First year: 2025 for 2025/26. */
  readonly schoolYear: number;
  /** First days of the exclusions that count in the school year, in order. */
  readonly excludedOn: readonly IsoDate[];
  /** Half days out in the school year, here and at earlier schools. */
  readonly excludedHalfDays: number;
  /** The first booked day of each exclusion or break of the school year that had a place, in order. */
  readonly placedOn: readonly IsoDate[];
  /** The latest figure of attendance, in percent. */
  readonly attendance?: { readonly percent: number; readonly on: IsoDate } | undefined;
  readonly lookedAfter: boolean;
}

/** Why a criterion was met, as it was found: the criteria may change afterwards. */
export type ReasonFact =
  | { readonly kind: 'excluded-times'; readonly excludedOn: readonly IsoDate[] }
  | {
      readonly kind: 'excluded-days';
      readonly schoolYear: number;
      /** The limit that held, in days. */
      readonly days: number;
      readonly halfDays: number;
    }
  | { readonly kind: 'placed-times'; readonly placedOn: readonly IsoDate[] }
  | {
      readonly kind: 'attendance-below';
      readonly below: number;
      readonly percent: number;
      readonly on: IsoDate;
    }
  | { readonly kind: 'looked-after' }
  | { readonly kind: 'by-hand'; readonly name: string; readonly note?: string | undefined };

/** A criterion that a pupil met. */
export interface RiskReason {
  readonly criterionId: string;
  readonly category: string;
  /** The day on which it was first found. */
  readonly on: IsoDate;
  readonly fact: ReasonFact;
}

/** A period of support (six weeks, or as the procedure says), after which the entry is signed off or the pupil reassigned. */
export interface SupportPeriod {
  readonly from: IsoDate;
  readonly reviewOn: IsoDate;
  /** Who reassigned the pupil, and why; missing for the first period. */
  readonly by?: string | undefined;
  readonly why?: string | undefined;
}

/** What of an entry prompts follow from. */
export interface WatchedEntry {
  readonly since: IsoDate;
  readonly reviewOn: IsoDate;
  readonly hasKeyWorker: boolean;
  readonly lastMeetingOn?: IsoDate | undefined;
  readonly signedOffOn?: IsoDate | undefined;
  /** Since when nothing of the criteria is met; missing while something is, or where nobody asked. */
  readonly clearSince?: IsoDate | undefined;
  /** The last day of a pupil who is not on the roll any more. */
  readonly leftOn?: IsoDate | undefined;
}

/**
 * What somebody should see to, and since when. `days`: since the last meeting, or since the entry began when there was
 * none. `clear`: nothing of the criteria is met any more.
 */
export type SupportPrompt =
  | { readonly kind: 'no-key-worker'; readonly on: IsoDate }
  | { readonly kind: 'review-due'; readonly on: IsoDate; readonly rule: SignOffRule; readonly clear: boolean }
  | { readonly kind: 'sign-off-proposed'; readonly on: IsoDate }
  /** The pupil has left the school, and nothing but the sign-off is left to do. */
  | { readonly kind: 'left'; readonly on: IsoDate }
  | {
      readonly kind: 'no-meeting';
      readonly on: IsoDate;
      readonly days: number;
      readonly lastMeetingOn?: IsoDate | undefined;
    };

/** How strongly a pupil is at risk, in the words of the area: its own three steps or the tiers of a continuum. */
export type RiskLevel = 'high' | 'medium' | 'low' | 'tier-1' | 'tier-2' | 'tier-3';

/** Which levels are used, if any. */
export type LevelScheme = 'none' | 'high-medium-low' | 'tiers';

/** Something that makes exclusion likelier (`risk`) or holds a pupil up (`resilience`). */
export interface Factor {
  readonly id: string;
  readonly kind: 'risk' | 'resilience';
  readonly name: string;
}

/** A factor noted of a pupil: the name as it was then. */
export interface NotedFactor extends Factor {
  readonly on: IsoDate;
}

/**
 * How pupils come off the register: `decision`: a person decides at the review; `criteria`: proposed as soon as nothing
 * of the criteria is met; `six-weeks`: everybody at the end of the period, reassigned where still at risk.
 */
export type SignOffRule = 'decision' | 'criteria' | 'six-weeks';

/** What a sign-off went by. */
export type SignOffBasis = 'criteria' | 'date' | 'decision';

/** How an area works with its register. */
export interface RiskProcedure {
  /** Weeks of a period of support, after which it is reviewed: 1 to 26. */
  readonly periodWeeks: number;
  /** The most days between two meetings of pupil and key worker. */
  readonly meetingDays: number;
  /** The least minutes of a meeting; shorter ones are noted and said to be short. */
  readonly meetingMinutes: number;
  readonly signOff: SignOffRule;
  readonly levels: LevelScheme;
  readonly factors: readonly Factor[];
}

/** How a target of a plan stands. */
export type TargetState = 'open' | 'met' | 'partly-met' | 'not-met' | 'dropped';

/** What the parents had to do with a referral. */
export type ParentInvolvement = 'agreed' | 'informed' | 'refused' | 'not-asked';

export type ReferralState = 'sent' | 'accepted' | 'returned' | 'closed';

/** By what a school put pupils on its register, as it says with its grid. */
export interface GridCriteria extends RiskCriteria {
  readonly procedure: RiskProcedure;
  /** The authority whose criteria these are; missing: the school's own. */
  readonly setBy?: string | undefined;
}

/** Something of a pupil that is due: shown on Today and in the lists until it is done, each once. */
export interface DueItem {
  /** The same for the same thing on every day: `review:ENTRY`. */
  readonly key: string;
  readonly pupilId: string;
  readonly pupilName: string;
  /** Since when it is due. */
  readonly on: IsoDate;
  /** What to do, in a few words. */
  readonly what: string;
  /** The address of the screen where it is done. */
  readonly to: string;
}
