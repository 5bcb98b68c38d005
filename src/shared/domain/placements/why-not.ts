import type { ProviderClosure, ProviderSession } from '../providers/types.ts';
import type { Holder, OwnPlace, Refusal } from './types.ts';

/** Everything the rules need of one pupil, one provider and one half day. */
export interface PlaceRequest {
  /** The session is one of the exclusion's (see `sessionsToCover`). */
  readonly toCover: boolean;
  /** What the provider runs then, if anything, and what shuts it. */
  readonly run: ProviderSession | undefined;
  readonly closure: ProviderClosure | undefined;
  /** Who has the provider's places then. */
  readonly holders: readonly Holder[];
  /** The place the pupil has then, at this provider or another. */
  readonly own: OwnPlace | undefined;
}

/**
 * Every reason why a pupil cannot have a place in a session; none when they can. A provider that does not run or is
 * closed is not also called full, and a pupil who has the place already is not told that others fill the session.
 */
export function whyNot({ toCover, run, closure, holders, own }: PlaceRequest): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!toCover) refusals.push({ type: 'not-to-cover' });
  if (own) refusals.push({ type: 'placed', place: own });
  if (!run) refusals.push({ type: 'not-run' });
  else if (closure) refusals.push({ type: 'closed', reason: closure.reason });
  else if (!own && holders.length >= run.capacity) {
    refusals.push({ type: 'full', capacity: run.capacity, holders });
  }
  return refusals;
}
