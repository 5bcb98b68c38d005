import { countFromStart } from '#shared/domain/calendar/count-sessions.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolYear, Session, Slot } from '#shared/domain/calendar/types.ts';
import { countLunchtimes } from '#shared/domain/calendar/lunchtimes.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { type DrawnPhase, LENGTHS_IN_DAYS, TIMES_EXCLUDED } from './distributions.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** When one exclusion is, before its reasons and its story are invented. */
export interface DrawnExclusion {
  readonly person: Person;
  readonly kind: ExclusionKind;
  readonly start: Session;
  readonly halfDays: number | null;
  readonly sessions: readonly Session[];
}

/** Half days in a year for which a pupil may be excluded: 45 school days (Education Act 2002 s.51A regulations). */
const MAX_HALF_DAYS_A_YEAR = 90;

/** School sessions kept free between two exclusions of one pupil, so that each is seen to end. */
const GAP = 4;

/** All sessions of one school year of one school, and who is out when. */
export interface YearBook {
  readonly schoolYear: SchoolYear;
  readonly index: CalendarIndex;
  readonly sessions: readonly Session[];
  /** Positions in `sessions` taken by each pupil: start and end (not included). */
  readonly taken: Map<Person, { readonly start: number; readonly end: number }[]>;
}

export function openYear(index: CalendarIndex, schoolYear: SchoolYear): YearBook {
  const sessions = index.sessionsBetween(
    { date: `${String(schoolYear)}-08-01`, slot: 'am' },
    { date: `${String(schoolYear + 1)}-07-31`, slot: 'pm' },
  );
  return { schoolYear, index, sessions, taken: new Map() };
}

/** The sessions from `start`, counted as the app counts them. A refusal here is a fault of the generator. */
export function sessionsFrom(index: CalendarIndex, start: Session, halfDays: number): readonly Session[] {
  const counted = countFromStart(index, start, halfDays);
  if (!counted.ok)
    throw new Error(`The demonstration calendar cannot hold an exclusion: ${counted.error.message}`);
  return counted.value.sessions;
}

/** How many times the pupil is excluded in the year, and for how many half days each, never more than allowed. */
function drawLengths(random: Random, phase: DrawnPhase): readonly number[] {
  const times = random.weighted(TIMES_EXCLUDED[phase]);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const lengths = Array.from({ length: times }, () => drawLength(random, phase));
    if (lengths.reduce((sum, length) => sum + length, 0) <= MAX_HALF_DAYS_A_YEAR) return lengths;
  }
  return Array.from({ length: times }, () => 2);
}

/** Published lengths count a part day as a whole one, so some short ones lose a half day here. */
function drawLength(random: Random, phase: DrawnPhase): number {
  const days = random.weighted(LENGTHS_IN_DAYS[phase]);
  return days * 2 - (days <= 5 && random.chance(0.15) ? 1 : 0);
}

/** The fixed-period exclusions of one pupil in one school year; one that finds no room in the year is left out. */
export function drawPupilYear(
  random: Random,
  phase: DrawnPhase,
  book: YearBook,
  person: Person,
): readonly DrawnExclusion[] {
  return drawLengths(random, phase).flatMap((halfDays) => {
    const start = findRoom(random, book, person, halfDays);
    if (start === undefined) return [];
    const sessions = sessionsFrom(book.index, start, halfDays);
    return [{ person, kind: 'fixed-period' as const, start, halfDays, sessions }];
  });
}

/** Picks a free stretch of the year for the pupil and takes it. */
function findRoom(
  random: Random,
  book: YearBook,
  person: Person,
  halfDays: number,
  slot: Slot = random.chance(halfDays % 2 === 1 ? 0.2 : 0.85) ? 'am' : 'pm',
): Session | undefined {
  const taken = book.taken.get(person) ?? [];
  for (let attempt = 0; attempt < 80; attempt += 1) {
    const at = random.int(0, book.sessions.length - 1);
    const start = book.sessions[at];
    const end = at + halfDays;
    const last = book.sessions[end - 1];
    if (start?.slot !== slot || last === undefined) continue;
    if (start.date < person.from || last.date > person.to) continue;
    if (taken.some((other) => at < other.end + GAP && other.start < end + GAP)) continue;
    book.taken.set(person, [...taken, { start: at, end }]);
    return start;
  }
  return undefined;
}

/** The days of `lunchtimes` counted as the app counts them, each given its morning. */
export function lunchtimesFrom(index: CalendarIndex, start: IsoDate, lunchtimes: number): readonly Session[] {
  const counted = countLunchtimes(index, start, lunchtimes);
  if (!counted.ok)
    throw new Error(`The demonstration calendar cannot hold lunchtimes: ${counted.error.message}`);
  return counted.value.dates.map((date) => ({ date, slot: 'am' }));
}

/** Lunchtimes on two to five days running, for a pupil who is not out on any of them. */
export function drawLunchtimes(random: Random, book: YearBook, person: Person): DrawnExclusion | undefined {
  const halfDays = random.int(2, 5);
  // Room for some days more, as the lunchtimes pass over days that close at noon.
  const start = findRoom(random, book, person, halfDays * 2 + 4, 'am');
  if (start === undefined || book.index.slotsOn(start.date).length < 2) return undefined;
  return {
    person,
    kind: 'lunchtime',
    start,
    halfDays,
    sessions: lunchtimesFrom(book.index, start.date, halfDays),
  };
}

/**
 * A permanent exclusion that begins some days after the pupil's last one, and within `notAfter`. Undefined when
 * there is no room for it; the pupil is not excluded again afterwards.
 */
export function drawPermanent(
  random: Random,
  book: YearBook,
  person: Person,
  after: IsoDate,
  notAfter: IsoDate,
): DrawnExclusion | undefined {
  const possible = book.sessions.filter(
    ({ date }) => date > after && date >= person.from && date <= person.to && date <= notAfter,
  );
  if (possible.length < 12) return undefined;
  const start = random.pick(possible.slice(GAP, 120));
  person.to = start.date;
  return { person, kind: 'permanent', start, halfDays: null, sessions: [] };
}

/** Different people, each as likely as the weight says, without repeats. */
export function pickPeople(
  random: Random,
  people: readonly { readonly person: Person; readonly weight: number }[],
  wanted: number,
): readonly Person[] {
  // Efraimidis and Spirakis: the largest of u^(1/weight) are a weighted sample without replacement.
  const keyed = people
    .filter(({ weight }) => weight > 0)
    .map(({ person, weight }) => ({ person, key: Math.log(1 - random.next()) / weight }));
  keyed.sort((a, b) => b.key - a.key);
  return keyed.slice(0, wanted).map(({ person }) => person);
}
