import type { SchoolCalendar, SchoolYear, Session, Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind, ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { ContactRelation } from '#shared/domain/pupils/contact.ts';
import type { AttendanceReason, PlaceOutcome, PlacementState } from '#shared/domain/placements/types.ts';
import type { Provider, ProviderRules } from '#shared/domain/providers/types.ts';
import type { AreaExam } from './home-exams.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';

export type AreaPhase = 'secondary' | 'primary' | 'pru';

/** An invented school. Its numbers belong to an authority code that does not exist. */
export interface AreaSchool {
  readonly laEstab: string;
  readonly urn: string;
  readonly name: string;
  readonly phase: AreaPhase;
  /** Pupils on roll each school year, oldest first, as the January census would count them. */
  readonly headcounts: readonly { readonly schoolYear: SchoolYear; readonly pupils: number }[];
}

export interface AreaPupil {
  readonly upn: string;
  /** The temporary number a pupil came with, when a permanent one has replaced it. */
  readonly formerUpn: string | null;
  readonly surname: string;
  readonly forename: string;
  readonly middleNames: string | null;
  readonly preferredSurname: string | null;
  readonly sex: 'F' | 'M';
  readonly dob: IsoDate;
  /** National curriculum year in the current school year (`R`, `1` to `13`), or the last one for a leaver. */
  readonly ncYear: string;
  readonly form: string | null;
  readonly enrolStatus: 'C' | 'M';
  readonly entryDate: IsoDate;
  readonly leavingDate: IsoDate | null;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly inCare: boolean;
  /** Three-digit code of the authority that looks after the pupil. */
  readonly careAuthority: string | null;
  readonly ethnicity: string;
  /** Eligible for free school meals. */
  readonly fsm: boolean;
}

export interface Incident {
  readonly on: IsoDate;
  /** `HH:MM`, or null where nobody noted the time. */
  readonly at: string | null;
  readonly place: string;
  readonly account: string;
}

/** What becomes of a case after it was issued, beyond the usual. */
export interface CaseCourse {
  /** The head cancelled it: the first session back. */
  readonly cancelledFrom?: Session;
  /** It begins straight after the pupil's exclusion before it. */
  readonly further?: true;
}

export interface AreaExclusion {
  /** Index into the school's `pupils`. */
  readonly pupil: number;
  readonly kind: ExclusionKind;
  readonly state: ExclusionState;
  readonly start: Session;
  /** Half days out, or lunchtimes; null for a permanent exclusion. */
  readonly halfDays: number | null;
  /** The half days in order, from the school's calendar; a lunchtime's slot is `lunch`; none for a permanent one. */
  readonly sessions: readonly { readonly date: IsoDate; readonly slot: Slot | 'lunch' }[];
  /** One to three codes of the set in force. */
  readonly reasons: readonly string[];
  readonly incident: Incident;
  readonly decidedBy: string;
  /** The day it was recorded, and issued when it has been: the day of the incident or the next. */
  readonly recordedOn: IsoDate;
  readonly senAt: 'N' | 'K' | 'E';
  readonly inCareAt: boolean;
  readonly course?: CaseCourse;
}

/** A provider of places, with what a school needs to send a pupil there. */
export interface AreaProvider extends Omit<Provider, 'hosts' | 'rules'> {
  /** What differs from a provider that asks for nothing. */
  readonly rules: Partial<ProviderRules>;
  /** The other school of a reciprocal arrangement. */
  readonly partnerLaEstab?: string;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** The school that runs it, if one does. */
  readonly laEstab: string | null;
}

/** What came of one place of a stay. */
export interface AreaMark {
  readonly outcome: PlaceOutcome;
  readonly reason?: AttendanceReason;
  readonly minutesLate?: number;
}

/** A stay at one provider: places made in one step, all in one state. */
export interface AreaPlacement {
  /** Index into the home school's `exclusions`. */
  readonly exclusion: number;
  /** Id of one of the home school's `providers`. */
  readonly provider: string;
  readonly sessions: readonly Session[];
  readonly state: PlacementState;
  readonly madeOn: IsoDate;
  /** Last day of a hold; null otherwise. */
  readonly heldUntil: IsoDate | null;
  /** Why a cancelled stay ended; null otherwise. */
  readonly endedReason: string | null;
  /** In the order of the sessions; null while a place is not marked. */
  readonly marks?: readonly (AreaMark | null)[];
}

export interface SchoolDayTimes {
  readonly slot: Slot;
  /** `HH:MM`. */
  readonly starts: string;
  readonly ends: string;
}

/** A school with what it would return: only pupils who appear in its exclusions, unless it is the home school. */
export interface SchoolRecords {
  readonly school: AreaSchool;
  readonly calendar: SchoolCalendar;
  readonly pupils: readonly AreaPupil[];
  readonly exclusions: readonly AreaExclusion[];
}

/** Somebody to tell about a pupil; `pupil` is an index into the school's pupils. */
export interface AreaContact {
  readonly pupil: number;
  readonly relation: ContactRelation;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly position: number;
}

/** The head teacher or an acting head, with dates (both included). */
export interface AreaHead {
  readonly name: string;
  readonly acting: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface HomeSchool extends SchoolRecords {
  readonly heads: readonly AreaHead[];
  readonly exams: readonly AreaExam[];
  readonly contacts: readonly AreaContact[];
  readonly sessionTimes: readonly SchoolDayTimes[];
  readonly providers: readonly AreaProvider[];
  readonly placements: readonly AreaPlacement[];
}

export interface DemonstrationArea {
  readonly seed: number;
  readonly today: IsoDate;
  readonly la: { readonly code: string; readonly name: string };
  /** First years of the school years covered: two whole ones and the one in progress. */
  readonly schoolYears: readonly SchoolYear[];
  /** Every school of the area, the home school first. */
  readonly schools: readonly AreaSchool[];
  readonly homeSchool: HomeSchool;
  readonly otherSchools: readonly SchoolRecords[];
}
