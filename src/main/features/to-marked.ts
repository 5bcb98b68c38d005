import type { MarkedPlace } from '#shared/domain/placements/attendance.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';
import type { StayPlace } from '../storage/repositories/stays.ts';

/** A place with its mark and the times of its session. */
export function toMarked(place: StayPlace, provider: Pick<StoredProvider, 'sessions'>): MarkedPlace {
  const { date, slot, outcome, outcomeReason, arrivedAt, leftAt } = place;
  const session = providerSessionOn(provider, place);
  return {
    date,
    slot,
    ...(session === undefined ? {} : { starts: session.starts, ends: session.ends }),
    ...(outcome === null
      ? {}
      : {
          mark: {
            outcome,
            ...(outcomeReason === null ? {} : { reason: outcomeReason }),
            ...(arrivedAt === null ? {} : { arrivedAt }),
            ...(leftAt === null ? {} : { leftAt }),
          },
        }),
  };
}
