import type { IsoDate } from '../../kernel/plain-date.ts';

/**
 * One incident that led to an exclusion, as patterns are found in. It says nothing of any member of staff: neither who
 * decided, nor who recorded, nor whose lesson it was.
 */
export interface Incident {
  readonly exclusionId: string;
  readonly pupilId: string;
  /** The day of the incident, or of the start where that is not noted. */
  readonly on: IsoDate;
  readonly startDate: IsoDate;
  /** Time, place and lesson as they were typed. */
  readonly at: string | null;
  readonly place: string | null;
  readonly lesson: string | null;
  /** The code of the main reason. */
  readonly reason: string | null;
  readonly kind: 'fixed-period' | 'permanent' | 'lunchtime';
  /** Half days, or lunchtimes; null for a permanent one. */
  readonly halfDays: number | null;
}

/** How often something came up, and for how many pupils. */
export interface PatternRow {
  readonly label: string;
  readonly times: number;
  readonly pupils: number;
}

/** What comes up more than once, most often first; what came up once, and what was not noted, only counted. */
export interface Pattern {
  readonly rows: readonly PatternRow[];
  readonly once: number;
  readonly notNoted: number;
}

/** A band of the school day, by the clock. */
export type TimeBand =
  'before-school' | 'early-morning' | 'late-morning' | 'lunchtime' | 'afternoon' | 'after-school';

/** Why a pupil is worth a talk. */
export type TalkSign =
  | { readonly kind: 'times'; readonly times: number }
  | { readonly kind: 'rising'; readonly halfDays: readonly number[] }
  | { readonly kind: 'same-reason'; readonly reason: string; readonly times: number };

export interface WorthATalk {
  readonly pupilId: string;
  readonly times: number;
  readonly lastOn: IsoDate;
  readonly signs: readonly TalkSign[];
}

/** A pupil's stay at a provider, over all its days. */
export interface FinishedStay {
  readonly pupilId: string;
  /** What it was for; none for a break from lessons. */
  readonly exclusionId: string | null;
  readonly placementId: string;
  readonly providerName: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** First and last day on roll; null while there is none. */
  readonly entryDate: IsoDate | null;
  readonly leavingDate: IsoDate | null;
}

/** Exclusions in as many school days before stays as after them. */
export interface EffectRow {
  readonly stays: number;
  readonly pupils: number;
  readonly before: number;
  readonly after: number;
  /** Stays after which there were fewer, as many, more exclusions than before. */
  readonly fewer: number;
  readonly same: number;
  readonly more: number;
}
