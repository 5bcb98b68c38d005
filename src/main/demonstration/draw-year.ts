import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { DrawnPhase } from './distributions.ts';
import { drawPermanent, drawPupilYear, type DrawnExclusion, type YearBook } from './draw-exclusions.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** Days from a permanent exclusion to the name leaving the roll: the board's meeting and the time to ask for a review. */
const DAYS_TO_LEAVE = 56;

export interface YearOptions {
  readonly phase: DrawnPhase;
  /** The pupils excluded this year; each once. */
  readonly people: readonly Person[];
  readonly permanents: number;
  /** Fixed-period exclusions are kept when this says so; those still to come are not. */
  readonly keep: (drawn: DrawnExclusion) => boolean;
  /** Last day on which a permanent exclusion may begin. */
  readonly permanentsUpTo: IsoDate;
  readonly today: IsoDate;
}

/** One school's fixed-period and permanent exclusions of one school year. */
export function drawYear(random: Random, book: YearBook, options: YearOptions): readonly DrawnExclusion[] {
  const { phase, people, permanents, keep, permanentsUpTo, today } = options;
  const byPerson = people.map((person) => ({
    person,
    drawn: drawPupilYear(random, phase, book, person).filter(keep),
  }));
  const drawn = byPerson.flatMap((one) => one.drawn);
  // Permanent exclusions mostly end a run of others, so those with most come first.
  const inOrder = byPerson.toSorted((a, b) => b.drawn.length - a.drawn.length);
  let left = permanents;
  for (const one of inOrder) {
    if (left <= 0) break;
    const last =
      one.drawn
        .map(({ sessions }) => sessions.at(-1)?.date ?? '')
        .toSorted()
        .at(-1) ?? '';
    const permanent = drawPermanent(random, book, one.person, last, permanentsUpTo);
    if (permanent === undefined) continue;
    left -= 1;
    drawn.push(permanent);
    leaveAfter(one.person, permanent.start.date, today);
  }
  return drawn;
}

/** Takes a permanently excluded pupil off the roll once the time for meetings and reviews has run. */
export function leaveAfter(person: Person, date: IsoDate, today: IsoDate): void {
  const leavingDate = addDays(date, DAYS_TO_LEAVE);
  const { pupil } = person;
  const earlier = pupil.leavingDate !== null && pupil.leavingDate < leavingDate;
  if (leavingDate < today && !earlier) person.pupil = { ...pupil, leavingDate };
}
