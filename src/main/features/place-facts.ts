import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { mondayOf } from '#shared/domain/calendar/monday-of.ts';
import { indexBook, type BookIndex } from '#shared/domain/placements/index-book.ts';
import type { Asking, PlaceRequest } from '#shared/domain/placements/request.ts';
import type { SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { CoveredExclusion } from '../storage/repositories/cover.ts';
import { readEscorts, type Escort } from '../storage/repositories/escorts.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { keptApartFrom, readApartPairs, type ApartPair } from '../storage/repositories/keep-apart.ts';
import { readActivePlaces, type ActivePlace } from '../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';

/** What the rules of the book ask, for some days and exclusions. */
export interface PlaceFacts {
  readonly schoolId: string;
  readonly today: IsoDate;
  readonly calendar: CalendarIndex;
  /** By id, in order of name; those out of use too. */
  readonly providers: ReadonlyMap<string, StoredProvider>;
  /** Active places of the whole weeks of the days, and those of the exclusions on whatever day. */
  readonly places: readonly ActivePlace[];
  readonly book: BookIndex<ActivePlace>;
  readonly pairs: readonly ApartPair[];
  /** Who is named for days on which the stay has a place. */
  readonly escorts: readonly Escort[];
}

/** Reads what the rules ask: a fixed number of queries, however many providers, sessions and exclusions. */
export async function readPlaceFacts(
  db: Db,
  clock: Clock,
  {
    schoolId,
    from,
    to,
    exclusionIds,
  }: {
    readonly schoolId: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly exclusionIds: readonly string[];
  },
): Promise<PlaceFacts> {
  const days = { from: mondayOf(from), to: addDays(mondayOf(to), 6) };
  // Together: to a server each question alone would be a message there and back.
  const [places, providers, calendar, pairs, escorts] = await Promise.all([
    readActivePlaces(db, clock.now(), { around: { ...days, exclusionIds } }),
    readProviders(db, { schoolId }),
    readCalendarIndex(db, schoolId),
    readApartPairs(db),
    readEscorts(db, exclusionIds),
  ]);
  // A name stays with a day that was given up, and says nothing of a place that is booked there anew.
  const there = new Set(places.map(({ placementId, date }) => `${placementId} ${date}`));
  return {
    schoolId,
    today: clock.today(),
    calendar,
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    places,
    book: indexBook(places),
    pairs,
    escorts: escorts.filter(({ placementId, date }) => there.has(`${placementId} ${date}`)),
  };
}

/** An excluded pupil as one who wants places. */
export function askingOf(
  exclusion: CoveredExclusion,
  toCover: readonly SessionToCover[],
  pairs: readonly ApartPair[],
): Asking {
  const { id, pupilId, schoolId, group, yearGroup, kind } = exclusion;
  return {
    pupilId,
    schoolId,
    purpose: 'exclusion',
    exclusionId: id,
    group,
    yearGroup,
    toCover: new Map(toCover.map((session) => [sessionKey(session), session.day])),
    exclusionDays: kind === 'permanent' ? undefined : toCover.length / 2,
    keptApart: keptApartFrom(pairs, pupilId),
  };
}

/** The request of one pupil at one provider; `escorted` are days with a named person besides those in the book. */
export function requestFor(
  facts: PlaceFacts,
  asking: Asking,
  provider: StoredProvider,
  escorted: readonly IsoDate[] = [],
): PlaceRequest {
  const named = facts.escorts.filter(
    ({ exclusionId, providerId }) => exclusionId === asking.exclusionId && providerId === provider.id,
  );
  return {
    asking,
    provider,
    book: facts.book,
    calendar: facts.calendar,
    today: facts.today,
    escorted: new Set([...named.map(({ date }) => date), ...escorted]),
    nameOf: (providerId) => facts.providers.get(providerId)?.name,
  };
}
