import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import type { DayWindow } from '../providers/types.ts';

/** `held` and `booked` places count against capacity; `cancelled` and `lapsed` (a hold that ran out) are history. */
export type PlacementState = 'held' | 'booked' | 'cancelled' | 'lapsed';

/** States that take up a place. */
export type ActiveState = Extract<PlacementState, 'held' | 'booked'>;

/**
 * Why a pupil is there: excluded by our school, a break without any exclusion (counted in no exclusion figure), or
 * excluded by another school that we host.
 */
export const PLACEMENT_PURPOSES = ['exclusion', 'respite', 'visiting'] as const;

export type PlacementPurpose = (typeof PLACEMENT_PURPOSES)[number];

/** Who may not be mixed where a provider keeps groups apart; long-term are permanently excluded pupils. */
export type PupilGroup = 'primary' | 'secondary' | 'long-term';

/** Why a place was given up. */
export const CANCEL_CODES = [
  'declined-by-parent',
  'excluded-from-centre',
  'moved',
  'shortened',
  'provider-closed',
  'exclusion-ended',
  'not-arrived',
  'booked-in-error',
  'other',
] as const;

export type CancelCode = (typeof CANCEL_CODES)[number];

/** What came of a booked place. */
export const PLACE_OUTCOMES = ['attended', 'absent', 'declined', 'excluded-from-centre'] as const;

export type PlaceOutcome = (typeof PLACE_OUTCOMES)[number];

/** Why a pupil did not come, came late or left early. */
export const ATTENDANCE_REASONS = [
  'ill',
  'transport-failed',
  'refused',
  'parent-kept-home',
  'appointment',
  'sent-home',
  'unknown',
  'other',
] as const;

export type AttendanceReason = (typeof ATTENDANCE_REASONS)[number];

/** How an excluded session ends, or stands: a place that was not taken up is never the same as no place. */
export const SESSION_STANDINGS = [
  'attended',
  'absent',
  'declined',
  'excluded-from-centre',
  'work-at-home',
  'no-place',
  'booked',
  'held',
  'not-marked',
  'uncovered',
] as const;

export type SessionStanding = (typeof SESSION_STANDINGS)[number];

/** Who has a place in a provider's session. */
export interface Holder {
  readonly name: string;
  readonly form?: string;
  readonly state: ActiveState;
  /** UTC instant at which a hold runs out. */
  readonly heldUntil?: string;
}

/** A place the pupil already has in the session wanted. */
export interface OwnPlace {
  readonly providerId: string;
  readonly providerName: string;
  readonly state: ActiveState;
}

/** Why one pupil cannot have a place in one session of one provider. */
export type Refusal =
  | { readonly type: 'not-to-cover' }
  | { readonly type: 'not-run' }
  | { readonly type: 'closed'; readonly reason: string }
  | { readonly type: 'placed'; readonly place: OwnPlace }
  | { readonly type: 'full'; readonly capacity: number; readonly holders: readonly Holder[] }
  | { readonly type: 'week-full'; readonly capacity: number; readonly monday: IsoDate }
  | { readonly type: 'share-full'; readonly share: number; readonly holders: readonly Holder[] }
  | { readonly type: 'kept-apart'; readonly from: Holder; readonly reason: string }
  | { readonly type: 'group'; readonly group: PupilGroup; readonly there: PupilGroup }
  | { readonly type: 'no-host' }
  | {
      readonly type: 'year-group';
      readonly takes: readonly number[];
      /** Null when the roll does not have it. */
      readonly yearGroup: number | null;
    }
  | { readonly type: 'window'; readonly window: DayWindow; readonly day: number }
  | { readonly type: 'exclusion-short'; readonly longerThanDays: number; readonly days: number }
  | { readonly type: 'stay-short'; readonly minDays: number; readonly days: number }
  | { readonly type: 'stay-long'; readonly maxDays: number; readonly days: number }
  | { readonly type: 'notice'; readonly noticeDays: number; readonly earliest: IsoDate }
  | { readonly type: 'adults'; readonly needed: number; readonly rostered: number }
  | { readonly type: 'escort'; readonly window: DayWindow; readonly day: number }
  | { readonly type: 'against-guidance' };

export type RefusalType = Refusal['type'];

/** A session with every reason against it. */
export interface RefusedSession extends Session {
  readonly refusals: readonly Refusal[];
}

/** What is owed around a stay: before it, during it, after it. */
export const STAY_TASK_KINDS = [
  'paper',
  'code-of-conduct',
  'work-set',
  'work-again',
  'weekly-review',
  'not-arrived',
  'left-early',
  'report',
  'evaluation-parent',
  'evaluation-pupil',
  'follow-up',
  'attendance-referral',
] as const;

export type StayTaskKind = (typeof STAY_TASK_KINDS)[number];
