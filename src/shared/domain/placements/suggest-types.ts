import type { ProviderKind } from '../providers/types.ts';
import type { StayLimits } from './keep-stays.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import type { Refusal } from './types.ts';

/** A provider with what stands against each session; the length of a stay is left to the suggestion. */
export interface SuggestOption extends StayLimits {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly distanceMetres?: number | undefined;
  readonly costPence?: number | undefined;
  /** It excluded the pupil from a stay during this exclusion: it is not proposed again. */
  readonly excludedThere: boolean;
  /** By session key; a session that is missing has nothing against it. */
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
}

/** A session with the venue found for it. */
export interface Venue {
  readonly session: SessionToCover;
  readonly venue: string | undefined;
}
