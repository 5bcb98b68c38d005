import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot, TermName } from '../calendar/types.ts';
import type { PlaceOutcome, PlacementPurpose } from '../placements/types.ts';
import type { ProviderKind } from '../providers/types.ts';

/** A booked place of the period, as the figures count it. */
export interface UsedPlace {
  readonly placementId: string;
  /** Null for a pupil who is not excluded by our school. */
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
  /** The school that sends the pupil. */
  readonly schoolId: string;
  readonly purpose: PlacementPurpose;
  readonly date: IsoDate;
  readonly slot: Slot;
  /** Null while nobody has marked it. */
  readonly outcome: PlaceOutcome | null;
}

/** A provider with what it offered in the period: capacity of every school session, less closures. */
export interface OfferedPlaces {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly offered: number;
  /** Pence for one pupil in one session. */
  readonly costPence: number | undefined;
}

/** Use of one provider, or of all; counts are places (one pupil in one session), money is pence. */
export interface PlaceUse {
  readonly offered: number;
  readonly booked: number;
  readonly attended: number;
  /** Booked and not taken up: absent, declined or excluded from the centre. Never the same as no place. */
  readonly notTakenUp: number;
  readonly unmarked: number;
  /** Offered and booked by nobody. */
  readonly unused: number;
  readonly costOffered: number | null;
  readonly costUsed: number | null;
  readonly costUnused: number | null;
  /** What a place that was used cost, with the price of those that stood empty. */
  readonly costPerUsed: number | null;
  readonly stays: number;
  readonly pupils: number;
  /** Mean of the days booked of a stay; null without stays. */
  readonly meanStayDays: number | null;
  /** Stays of pupils who had one at the same provider before. */
  readonly repeats: number;
}

export interface TermBalance {
  readonly schoolYear: number;
  readonly term: TermName;
  readonly lent: number;
  readonly borrowed: number;
}
