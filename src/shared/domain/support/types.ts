import type { IsoDate } from '../../kernel/plain-date.ts';

/** A kind of risk, by its letter, with the role that usually is the key worker of such a pupil. */
export interface RiskCategory {
  readonly letter: string;
  readonly name: string;
  readonly keyWorkerRole: string;
}

export const CRITERION_KINDS = ['excluded-times', 'attendance-below', 'looked-after', 'by-hand'] as const;

export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** What puts a pupil at risk. All kinds but `by-hand` are found on record; that one a person says. */
export type CriterionRule =
  | { readonly kind: 'excluded-times'; readonly times: number }
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
  /** First days of the exclusions that count in the school year, in order. */
  readonly excludedOn: readonly IsoDate[];
  /** The latest figure of attendance, in percent. */
  readonly attendance?: { readonly percent: number; readonly on: IsoDate } | undefined;
  readonly lookedAfter: boolean;
}

/** Why a criterion was met, as it was found: the criteria may change afterwards. */
export type ReasonFact =
  | { readonly kind: 'excluded-times'; readonly excludedOn: readonly IsoDate[] }
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

/** Six weeks of support, after which the entry is signed off or the pupil reassigned. */
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
  readonly lastMeetingOn?: IsoDate | undefined;
  readonly signedOffOn?: IsoDate | undefined;
}

/** What somebody should see to. `days`: since the last meeting, or since the entry began when there was none. */
export type SupportPrompt =
  | { readonly kind: 'review-due'; readonly reviewOn: IsoDate }
  | { readonly kind: 'no-meeting'; readonly days: number; readonly lastMeetingOn?: IsoDate | undefined };
