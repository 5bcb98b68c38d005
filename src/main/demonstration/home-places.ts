import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { PROVIDER_IDS } from './area-providers.ts';
import { createPlaceBook, type PlaceBook } from './book-places.ts';
import type { DrawnExclusion } from './draw-exclusions.ts';
import { sessionsOfCase, type TodayCase } from './home-today.ts';
import type { Random } from './random.ts';
import type { AreaExclusion, AreaPlacement, AreaProvider } from './types.ts';

export interface ToldExclusion {
  readonly exclusion: AreaExclusion;
  readonly drawn: DrawnExclusion;
  /** Given for the cases of today. */
  readonly wished: TodayCase | undefined;
}

export interface PlacesOptions {
  readonly told: readonly ToldExclusion[];
  readonly providers: readonly AreaProvider[];
  readonly index: CalendarIndex;
  readonly today: IsoDate;
}

/** How far back the school's bookings go. */
const BOOKED_SINCE_DAYS = 150;
/** Chances that a past exclusion was left without any place, or had one found only after the first day. */
const NO_PLACE = 0.14;
const FOUND_LATE = 0.2;
const CANCELLED = 0.06;
/** Half days a pupil stays in the unit before a longer exclusion moves to the PRU. */
const UNIT_FIRST = 4;

/** The book of places: the cases of today first, then past exclusions as capacity allows. */
export function bookHomePlaces(random: Random, options: PlacesOptions): readonly AreaPlacement[] {
  const { told, providers, index, today } = options;
  const book = createPlaceBook(providers);
  const placements: AreaPlacement[] = [];
  told.forEach(({ exclusion, drawn, wished }, at) => {
    if (wished === undefined) return;
    const sessions = sessionsOfCase(index, wished, drawn);
    for (const stay of wished.stays) {
      const places = takeOpen(book, stay.provider, sessions.slice(stay.from, stay.to));
      if (places.length === 0) continue;
      placements.push({
        exclusion: at,
        provider: stay.provider,
        sessions: places,
        state: stay.state,
        madeOn: exclusion.recordedOn,
        heldUntil: stay.state === 'held' ? exclusion.start.date : null,
        endedReason: null,
      });
    }
  });
  const since = addDays(today, -BOOKED_SINCE_DAYS);
  told.forEach(({ exclusion, wished }, at) => {
    const isPast = wished === undefined && exclusion.kind === 'fixed-period' && exclusion.start.date >= since;
    if (isPast) placements.push(...bookPast(random, book, exclusion, at));
  });
  return placements.toSorted((a, b) => a.exclusion - b.exclusion);
}

/** Takes the sessions of a wish that are open, and says which. */
function takeOpen(book: PlaceBook, provider: string, sessions: readonly Session[]): readonly Session[] {
  const open = book.open(provider, sessions);
  book.take(provider, open);
  return open;
}

/** A past exclusion's stays: here first, there when long or full, and sometimes nothing or a refusal. */
function bookPast(
  random: Random,
  book: PlaceBook,
  exclusion: AreaExclusion,
  at: number,
): readonly AreaPlacement[] {
  if (random.chance(NO_PLACE)) return [];
  const all = exclusion.sessions.flatMap(({ date, slot }) => (slot === 'lunch' ? [] : [{ date, slot }]));
  const due = random.chance(FOUND_LATE) ? all.slice(2) : all;
  const long = all.length >= 8;
  const nearby = random.shuffled([PROVIDER_IDS.unit, PROVIDER_IDS.youthCentre, PROVIDER_IDS.partner]);
  const wishes: readonly (readonly [string, readonly Session[]])[] = long
    ? [
        [nearby[0] ?? PROVIDER_IDS.unit, due.slice(0, UNIT_FIRST)],
        [PROVIDER_IDS.pru, due.slice(UNIT_FIRST)],
      ]
    : [[nearby[0] ?? PROVIDER_IDS.unit, due]];
  const stays: AreaPlacement[] = [];
  const add = (provider: string, sessions: readonly Session[], cancelled: boolean) => {
    if (sessions.length === 0) return;
    stays.push({
      exclusion: at,
      provider,
      sessions,
      state: cancelled ? 'cancelled' : 'booked',
      madeOn: exclusion.recordedOn,
      heldUntil: null,
      endedReason: cancelled ? 'Parent declined the place; work sent home' : null,
    });
  };
  for (const [provider, sessions] of wishes) {
    if (random.chance(CANCELLED)) {
      add(provider, book.open(provider, sessions), true);
      continue;
    }
    const placed = takeOpen(book, provider, sessions);
    add(provider, placed, false);
    const missing = sessions.filter((session) => !placed.includes(session));
    const second = nearby.find((other) => other !== provider);
    if (second !== undefined && missing.length > 0) add(second, takeOpen(book, second, missing), false);
  }
  return stays;
}
