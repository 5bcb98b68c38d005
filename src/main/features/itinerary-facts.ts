import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Asking, PlaceRequest } from '#shared/domain/placements/request.ts';
import type { SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { SuggestOption } from '#shared/domain/placements/suggest-types.ts';
import type { Refusal, RefusalType } from '#shared/domain/placements/types.ts';
import { needsEscort, whyNotEach } from '#shared/domain/placements/why-not.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readPlacesOfExclusions } from '../storage/repositories/places-of-exclusions.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { homeSchool } from './home-school.ts';
import { loadCaseToPlace, type Case } from './load-case.ts';
import { askingOf, readPlaceFacts, requestFor, type PlaceFacts } from './place-facts.ts';
import { readStandings } from './standings.ts';

/** An exclusion with its coming sessions, and every provider in use with what stands against each of them. */
export interface ItineraryFacts extends Case {
  readonly facts: PlaceFacts;
  readonly asking: Asking;
  /** Sessions from today on, in order; `placedAt` is the provider of one that has its place. */
  readonly coming: readonly (SessionToCover & { readonly placedAt?: string })[];
  /** Those of them that want a place: nobody provides for them, nor did the parents decline a place. */
  readonly uncovered: readonly SessionToCover[];
  /** In order of name. */
  readonly options: readonly SuggestOption[];
}

/**
 * Reads what a suggestion, the next free sessions and the wait list rest on: the rules that booking asks too. A
 * sentence for an exclusion that needs no place; `notDone` begins it ("Nothing was suggested").
 */
export async function readItineraryFacts(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  exclusionId: string,
  notDone: string,
): Promise<Result<ItineraryFacts>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const loaded = await loadCaseToPlace(db, schoolId, exclusionId, notDone);
  if (!loaded.ok) return loaded;
  const { exclusion, toCover } = loaded.value;
  const today = clock.today();
  const ahead = toCover.filter(({ date }) => date >= today);
  const facts = await readPlaceFacts(db, clock, {
    schoolId,
    from: ahead[0]?.date ?? today,
    to: ahead.at(-1)?.date ?? today,
    exclusionIds: [exclusionId],
  });
  const standings = await readStandings(db, clock, [{ exclusionId, toCover }]);
  const wanting = new Set(
    (standings.get(exclusionId) ?? []).filter(({ wantsPlace }) => wantsPlace).map(sessionKey),
  );
  const excludedFrom = new Set(
    (await readPlacesOfExclusions(db, [exclusionId]))
      .filter((place) => [place.endedCode, place.outcome].includes('excluded-from-centre'))
      .map(({ providerId }) => providerId),
  );
  const asking = askingOf(exclusion, toCover, facts.pairs);
  const coming = ahead.map((session) => {
    const place = facts.book.placeOf(asking.pupilId, session);
    // Work at home is a place that still leaves one wanting.
    const covered = place !== undefined && !wanting.has(sessionKey(session));
    return covered ? { ...session, placedAt: place.providerId } : session;
  });
  const uncovered = coming.filter((session) => wanting.has(sessionKey(session)));
  const options = [...facts.providers.values()]
    .filter(({ active }) => active)
    .map((provider) => optionOf(requestFor(facts, asking, provider), provider, uncovered, excludedFrom));
  return { ok: true, value: { ...loaded.value, facts, asking, coming, uncovered, options } };
}

/** The length of a stay is decided with its sessions, so it stands against none of them by itself. */
const OF_THE_STAY: ReadonlySet<RefusalType> = new Set(['stay-short', 'stay-long']);

function optionOf(
  request: PlaceRequest,
  { id, kind, name, rules }: StoredProvider,
  sessions: readonly SessionToCover[],
  excludedFrom: ReadonlySet<string>,
): SuggestOption {
  const refusals = new Map<string, readonly Refusal[]>();
  for (const refused of whyNotEach(request, sessions)) {
    const against = refused.refusals.filter(({ type }) => !OF_THE_STAY.has(type));
    if (against.length > 0) refusals.set(sessionKey(refused), against);
  }
  const { escort: window, minDays, maxDays, distanceMetres, costPence } = rules;
  if (window !== undefined) {
    for (const session of sessions.filter((one) => needsEscort(request, one))) {
      const against = refusals.get(sessionKey(session)) ?? [];
      refusals.set(sessionKey(session), [...against, { type: 'escort', window, day: session.day }]);
    }
  }
  return {
    id,
    kind,
    name,
    distanceMetres,
    costPence,
    minDays,
    maxDays,
    daysBefore: request.book.stayDays(request.asking.exclusionId ?? '', id),
    excludedThere: excludedFrom.has(id),
    refusals,
  };
}
