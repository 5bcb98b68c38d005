import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { PlacementPurpose } from '#shared/domain/placements/types.ts';
import type { Itinerary } from './itinerary.ts';

/** A pupil who is not excluded by our school: on a break, or hosted for another school. */
export interface OtherPupil {
  readonly pupilId: string;
  readonly name: string;
  /** "9B", or the school a visitor comes from. */
  readonly from: string | undefined;
  readonly purpose: Exclude<PlacementPurpose, 'exclusion'>;
}

/** For whom places are looked for: an excluded pupil with an itinerary, or one who is not excluded. */
export type Picked =
  | { readonly type: 'excluded'; readonly itinerary: Itinerary }
  | { readonly type: 'other'; readonly pupil: OtherPupil };

export type Suggestion = OperationOutput<'places.suggest'>;

export const pupilIdOf = (picked: Picked | undefined): string | undefined =>
  picked?.type === 'excluded' ? picked.itinerary.pupilId : picked?.pupil.pupilId;

/** The sessions from today on that an excluded pupil still has no place for. */
export const openSessionsOf = (itinerary: Itinerary, today: string): readonly Session[] =>
  itinerary.sessions.filter(
    ({ date, standing }) => date >= today && (standing === 'uncovered' || standing === 'work-at-home'),
  );
