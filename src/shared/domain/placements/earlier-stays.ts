import type { IsoDate } from '../../kernel/plain-date.ts';
import type { PlaceOutcome } from './types.ts';

/** A booked place of the pupil at the provider, of whatever stay. */
export interface EarlierPlace {
  readonly placementId: string;
  readonly exclusionId: string | null;
  readonly date: IsoDate;
  readonly outcome: PlaceOutcome | null;
}

/**
 * How often a pupil was at a provider before a stay, in stays: the repeat visits that rooms and centres had nobody
 * follow up. Runs for one exclusion are one visit however they were booked; a stay to which the pupil never came is none.
 */
export function countEarlierStays(
  stay: { readonly id: string; readonly exclusionId: string | null; readonly from: IsoDate },
  places: readonly EarlierPlace[],
): number {
  const visits = new Set<string>();
  for (const { placementId, exclusionId, date, outcome } of places) {
    const visit = exclusionId ?? placementId;
    if (visit === (stay.exclusionId ?? stay.id) || date >= stay.from) continue;
    if (outcome !== 'absent' && outcome !== 'declined') visits.add(visit);
  }
  return visits.size;
}
