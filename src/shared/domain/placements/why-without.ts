import { sessionKey } from '../calendar/session-key.ts';
import type { ProviderKind } from '../providers/types.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import { isProposed } from './stages.ts';
import type { SuggestOption, Venue } from './suggest-types.ts';
import type { Refusal } from './types.ts';

/** What stands against one provider for a session that nobody takes. */
export interface ReasonWithout {
  readonly providerId: string;
  readonly refusals: readonly Refusal[];
  /** It is not proposed at all: for its kind, or because the pupil was excluded from there. */
  readonly notProposed?: 'kind' | 'excluded-there';
  readonly kind: ProviderKind;
}

export interface SessionWithout {
  readonly session: SessionToCover;
  readonly reasons: readonly ReasonWithout[];
}

/**
 * Why a session is left without a place: every provider with all that stands against it. Where only the length of the
 * stay does, with the days the stay would have had.
 */
export function whyWithout(
  session: SessionToCover,
  options: readonly SuggestOption[],
  free: readonly Venue[],
): SessionWithout {
  const against = (option: SuggestOption, then: SessionToCover) =>
    (option.refusals.get(sessionKey(then)) ?? []).filter(({ type }) => type !== 'escort');
  const reasons = options.map((option): ReasonWithout => {
    const { id: providerId, kind, minDays = 1, maxDays, daysBefore = new Set<string>() } = option;
    const refusals = against(option, session);
    const reason = { providerId, kind, refusals };
    if (!isProposed(kind)) return { ...reason, notProposed: 'kind' };
    if (option.excludedThere) return { ...reason, notProposed: 'excluded-there' };
    if (refusals.length > 0) return reason;
    const taken = daysOf(
      free.filter(({ venue }) => venue === providerId),
      daysBefore,
    );
    if (maxDays !== undefined && taken >= maxDays) {
      return { ...reason, refusals: [{ type: 'stay-long', maxDays, days: taken + 1 }] };
    }
    const could = free.filter(
      ({ session: then, venue }) =>
        [undefined, providerId].includes(venue) && against(option, then).length === 0,
    );
    return { ...reason, refusals: [{ type: 'stay-short', minDays, days: daysOf(could, daysBefore) }] };
  });
  return { session, reasons };
}

const daysOf = (venues: readonly Venue[], before: ReadonlySet<string>): number =>
  new Set([...before, ...venues.map(({ session }) => session.date)]).size;
