import type { IsoDate } from '../../kernel/plain-date.ts';
import type { TargetState } from './types.ts';

/** How the targets of a plan stood at a review, by their ids. */
export interface ReviewOutcome {
  readonly on: IsoDate;
  readonly outcome: Readonly<Record<string, TargetState>>;
}

/** Reviews in a row that find a target not met before the panel should see the plan. */
const TIMES = 2;

/** The targets, by id, that their last two reviews found not met: what is done does not help. One partly met breaks the row. */
export function notMetTwice(
  targets: readonly { readonly id: string; readonly state: TargetState }[],
  reviews: readonly ReviewOutcome[],
): readonly string[] {
  const latest = reviews.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return targets.flatMap(({ id, state }) => {
    const seen = latest.flatMap(({ outcome }) => outcome[id] ?? []).slice(0, TIMES);
    const failing = seen.length === TIMES && seen.every((one) => one === 'not-met');
    return state === 'not-met' && failing ? [id] : [];
  });
}
