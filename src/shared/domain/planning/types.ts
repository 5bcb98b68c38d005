import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import type { PupilGroup, Refusal } from '../placements/types.ts';
import type { ProviderKind } from '../providers/types.ts';

/** One session at one provider. */
export interface PlanPlace extends Session {
  readonly providerId: string;
}

/** One new place that a plan gives. */
export interface PlanAssignment extends PlanPlace {
  readonly pupilId: string;
}

/** A pupil who waits for places. */
export interface PlanPupil {
  readonly id: string;
  readonly schoolId: string;
  readonly group: PupilGroup;
  /** The sessions that still have no place; none of them is in `existing`. */
  readonly sessions: readonly Session[];
  /** Places held or booked already: never touched, but they count for the stay's length and for continuity. */
  readonly existing: readonly PlanPlace[];
  readonly inCare: boolean;
  /** Education is due, by law or promise, on or before the first of `sessions`. */
  readonly due: boolean;
  readonly permanent: boolean;
  /** National curriculum year, 0 for reception, below 0 for nursery. */
  readonly yearGroup: number;
}

/** What one provider can still take in one session. */
export interface PlanProviderSession extends Session {
  /** Places left: capacity less what is taken, out of use, or beyond what the adults on the rota can supervise. */
  readonly free: number;
  /** What sets the limit, and so what one place more needs. */
  readonly limitedBy: 'capacity' | 'adults';
  /** Places already taken, by referring school; needed only with a `schoolShare`. */
  readonly takenBySchool: Readonly<Record<string, number>>;
  /** The group that is already there; only looked at with `separateGroups`. */
  readonly group: PupilGroup | null;
  /** Pupils already there, for keep-apart. */
  readonly present: readonly string[];
}

/** A limit on different pupils in an ISO week. */
export interface PlanWeekCapacity {
  readonly limit: number;
  /** Who is already there in the week that begins on that Monday; a week without a row has nobody yet. */
  readonly weeks: readonly { readonly monday: IsoDate; readonly pupilIds: readonly string[] }[];
}

/** A provider with the sessions it runs in the days planned for. */
export interface PlanProvider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly sessions: readonly PlanProviderSession[];
  /** Places in a session for one referring school. */
  readonly schoolShare?: number;
  readonly weekCapacity?: PlanWeekCapacity;
  /** Primary, secondary and long-term pupils never share a session. */
  readonly separateGroups: boolean;
  /** Days of a stay: different days of the pupil at this provider, those of existing places included. */
  readonly minDays?: number;
  readonly maxDays?: number;
  /** For one place in one session. */
  readonly costPence: number;
  /** From the school; a school that is not there is at an unknown distance. */
  readonly distanceMetres: Readonly<Record<string, number>>;
  /** Sessions this partner has borrowed from the school, less those it has lent: above 0, it owes the school. */
  readonly balance: Readonly<Record<string, number>>;
}

/** One rule of admission that stands against a session whatever the plan is. */
export interface PlanRefusal {
  readonly refusal: Refusal;
  /** Somebody may set the rule aside with a reason. */
  readonly waivable: boolean;
}

/** Where the rules of admission let a pupil in, and what they say to the rest of the pupil's sessions. */
export interface PlanAdmission {
  readonly pupilId: string;
  readonly providerId: string;
  readonly sessions: readonly Session[];
  readonly refused: readonly (Session & { readonly refusals: readonly PlanRefusal[] })[];
}

/** Everything a plan follows from; plain data, so that it crosses to a worker. The order of the lists means nothing. */
export interface PlanProblem {
  readonly pupils: readonly PlanPupil[];
  readonly providers: readonly PlanProvider[];
  /** A pair of pupil and provider without a row is not admitted at all. */
  readonly admissions: readonly PlanAdmission[];
  /** Never at the same provider in the same session. */
  readonly keepApart: readonly (readonly [string, string])[];
}

/** What a plan is judged by, in this order; `score-plan.ts` says how each is counted. */
export interface PlanScore {
  /** The more the better. */
  readonly covered: number;
  /** The more the better. */
  readonly urgency: number;
  /** The fewer the better. */
  readonly venues: number;
  /** The less the better. */
  readonly burden: number;
  /** The less the better. */
  readonly shortfall: number;
  /** The more the better. */
  readonly balance: number;
}

/** What was optimised, in this order; the first of each area of pupils and providers that share nothing with others. */
export type PlanStage = keyof PlanScore;

/** What the planner found. */
export interface PlanOutcome {
  /** In the order of pupil, session, provider. */
  readonly assignments: readonly PlanAssignment[];
  readonly score: PlanScore;
  /** No better plan exists. False only when time ran out; the plan is valid and the best that was found. */
  readonly optimal: boolean;
  /** What the same pupils get when they are placed one after another. */
  readonly firstCome: { readonly assignments: readonly PlanAssignment[]; readonly score: PlanScore };
  readonly stages: readonly { readonly stage: PlanStage; readonly milliseconds: number }[];
}
