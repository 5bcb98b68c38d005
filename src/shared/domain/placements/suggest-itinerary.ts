import { sessionKey } from '../calendar/session-key.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import { NO_COST, type Choice, type Step } from './cheapest-venues.ts';
import { findVenues } from './find-venues.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import { FALLBACK_KINDS, isProposed, preferenceOf, stagesOn, type Stage } from './stages.ts';
import type { SuggestOption, Venue } from './suggest-types.ts';
import { whyWithout, type SessionWithout } from './why-without.ts';

export interface SuggestRequest {
  readonly kind: ExclusionKind;
  readonly stages: readonly Stage[];
  /** Coming sessions in order; `placedAt` is the provider of one that has its place. */
  readonly sessions: readonly (SessionToCover & { readonly placedAt?: string | undefined })[];
  readonly options: readonly SuggestOption[];
}

export interface SuggestedRun {
  readonly providerId: string;
  readonly sessions: readonly SessionToCover[];
  /** The stage by which each session of the run goes there; undefined for what no stage could place. */
  readonly stages: readonly (Stage | undefined)[];
  /** Sessions to which the school must send somebody, who is still to be named. */
  readonly escorted: readonly SessionToCover[];
}

export interface Suggestion {
  readonly runs: readonly SuggestedRun[];
  readonly without: readonly SessionWithout[];
}

/** Distances that nobody entered come after those that somebody did. */
const UNKNOWN_METRES = 1_000_000;

/**
 * An itinerary for the sessions that have no place, one stay at each provider it uses. It covers as many sessions as it
 * can; of such itineraries it follows the stages most closely, then changes venue least, then asks for the fewest
 * escorts, then takes the readier kind, the nearer, the cheaper and the first by name. It can be booked as it is, once
 * escorts are named. Always the same for the same request, and never covers fewer sessions than any one provider could.
 */
export function suggestItinerary(request: SuggestRequest): Suggestion {
  const options = request.options.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en-GB') || compare(a.id, b.id),
  );
  const proposed = options.filter(({ kind, excludedThere }) => isProposed(kind) && !excludedThere);
  const steps = request.sessions.map((session): Step => {
    if (session.placedAt !== undefined) {
      return { placed: true, choices: [{ providerId: session.placedAt, cost: NO_COST }] };
    }
    const then = stagesOn(request.stages, { kind: request.kind, day: session.day });
    return {
      placed: false,
      choices: proposed.flatMap((option, order) => choiceOf(option, order, session, then)),
    };
  });
  const limits = new Map(proposed.map((option) => [option.id, option]));
  const dates = request.sessions.map(({ date }) => date);
  const venues = findVenues(steps, dates, limits);
  const free = request.sessions.flatMap((session, at) =>
    session.placedAt === undefined ? [{ session, venue: venues[at] }] : [],
  );
  return {
    runs: runsOf(request, proposed, free),
    without: free.flatMap(({ session, venue }) =>
      venue === undefined ? [whyWithout(session, options, free)] : [],
    ),
  };
}

function choiceOf(
  option: SuggestOption,
  order: number,
  session: SessionToCover,
  stagesThen: readonly Stage[],
): readonly Choice[] {
  const refusals = option.refusals.get(sessionKey(session)) ?? [];
  if (refusals.some(({ type }) => type !== 'escort')) return [];
  const cost = {
    ...NO_COST,
    preference: preferenceOf(stagesThen, option),
    escorts: refusals.length > 0 ? 1 : 0,
    fallback: FALLBACK_KINDS.indexOf(option.kind),
    metres: option.distanceMetres ?? (option.kind === 'internal-unit' ? 0 : UNKNOWN_METRES),
    pence: option.costPence ?? 0,
    order,
  };
  return [{ providerId: option.id, cost }];
}

function runsOf(
  { kind, stages }: SuggestRequest,
  options: readonly SuggestOption[],
  free: readonly Venue[],
): readonly SuggestedRun[] {
  const used = [...new Set(free.flatMap(({ venue }) => venue ?? []))];
  return used.flatMap((providerId) => {
    const option = options.find(({ id }) => id === providerId);
    if (option === undefined) return [];
    const sessions = free.flatMap(({ session, venue }) =>
      venue === providerId ? [{ date: session.date, slot: session.slot, day: session.day }] : [],
    );
    return [
      {
        providerId,
        sessions,
        stages: sessions.map(({ day }) => {
          const then = stagesOn(stages, { kind, day });
          return then[preferenceOf(then, option)];
        }),
        escorted: sessions.filter((session) => (option.refusals.get(sessionKey(session)) ?? []).length > 0),
      },
    ];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
