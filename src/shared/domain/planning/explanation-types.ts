import type { Session } from '../calendar/types.ts';
import type { PlanObstacle } from './plan-book.ts';
import type { PlanRefusal } from './types.ts';

/** Why a stay is at this provider. Several may be true; the strongest comes first. */
export type PlanReason =
  /** Nobody else lets the pupil in at any of these sessions. */
  | { readonly type: 'only-one' }
  /** The pupil has places there already. */
  | { readonly type: 'already-there' }
  /** All sessions that the pupil waits for, at one venue. */
  | { readonly type: 'all-sessions' }
  /** The nearest of those that let the pupil in at all these sessions. */
  | { readonly type: 'nearest'; readonly metres: number; readonly among: number }
  /** Nearer providers let the pupil in, but the plan has given their places to others, or another rule stands against them. */
  | { readonly type: 'nearer-taken'; readonly nearer: readonly ProviderObstacles[] }
  /** No rule decided it for this pupil: more is covered, or less travelled, over everybody. */
  | { readonly type: 'best-together' };

export interface ProviderObstacles {
  readonly providerId: string;
  /** None: nothing stands against the place in this plan. */
  readonly obstacles: readonly PlanObstacle[];
}

/** One change after which the session could be added to the plan, with every other rule kept. */
export type PlanChange = Session & {
  readonly providerId: string;
} & (
    | {
        readonly type:
          'place-more' | 'adult-more' | 'share-more' | 'week-more' | 'shorter-stay' | 'longer-stay';
      }
    | { readonly type: 'waive'; readonly refusal: PlanRefusal }
  );

/** A run of places of one pupil at one provider in the plan. */
export interface ExplainedStay {
  readonly providerId: string;
  readonly sessions: readonly Session[];
  readonly reasons: readonly PlanReason[];
}

/** A session that the plan leaves without a place. */
export interface UncoveredSession extends Session {
  /** Every provider that runs then, with all that stands against it; none when no provider knows the pupil's kind. */
  readonly providers: readonly ProviderObstacles[];
  readonly changes: readonly PlanChange[];
}

export interface PupilExplanation {
  readonly pupilId: string;
  readonly stays: readonly ExplainedStay[];
  readonly without: readonly UncoveredSession[];
}
