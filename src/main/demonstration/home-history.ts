import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { RATES_PER_100 } from './distributions.ts';
import { drawLunchtimes, type DrawnExclusion, openYear, pickPeople } from './draw-exclusions.ts';
import { drawYear } from './draw-year.ts';
import { type Person, yearGroupOf } from './person.ts';
import type { Random } from './random.ts';
import type { AreaSchool } from './types.ts';

/** Exclusions peak in years 9 and 10 (an assumption in keeping with published ages). */
const YEAR_GROUP_WEIGHTS: readonly (readonly [yearGroup: number, weight: number])[] = [
  [7, 0.6],
  [8, 1],
  [9, 1.3],
  [10, 1.3],
  [11, 0.9],
  [12, 0.15],
  [13, 0.05],
];

const yearGroupWeight = (yearGroup: number): number =>
  YEAR_GROUP_WEIGHTS.find(([one]) => one === yearGroup)?.[1] ?? 0;

/** Permanent exclusions of the last weeks are left to the cases of today. */
const PERMANENTS_UP_TO_DAYS_AGO = 80;

export interface HistoryOptions {
  readonly school: AreaSchool;
  readonly index: CalendarIndex;
  readonly today: IsoDate;
  readonly schoolYears: readonly SchoolYear[];
}

/** Three years drawn from the published figures; whatever would still run today is left to the cases of today. */
export function drawHomeHistory(
  random: Random,
  options: HistoryOptions,
  everyone: readonly Person[],
): readonly DrawnExclusion[] {
  const { school, index, today, schoolYears } = options;
  const hasEnded = ({ start, sessions }: DrawnExclusion) =>
    start.date < today && (sessions.at(-1)?.date ?? start.date) < today;
  return schoolYears.flatMap((schoolYear, at) => {
    const book = openYear(index, schoolYear);
    const [first] = book.sessions;
    const rates = RATES_PER_100.secondary[at];
    if (first === undefined || rates === undefined) return [];
    const hundreds = (school.headcounts[at]?.pupils ?? 0) / 100;
    const candidates = everyone
      .filter((person) => person.pupil.entryDate <= first.date && person.to > first.date)
      .map((person) => {
        const weight = person.propensity * yearGroupWeight(yearGroupOf(person.cohort, schoolYear));
        return { person, weight };
      });
    const drawn = drawYear(random, book, {
      phase: 'secondary',
      people: pickPeople(random, candidates, random.rounded(hundreds * rates.pupilsExcluded)),
      permanents: random.rounded(hundreds * rates.permanent),
      keep: hasEnded,
      permanentsUpTo: addDays(today, -PERMANENTS_UP_TO_DAYS_AGO),
      today,
    });
    const others = candidates.filter(({ person }) => !book.taken.has(person) && person.to > first.date);
    const lunches = pickPeople(random, others, random.int(3, 6)).flatMap((person) => {
      const lunch = drawLunchtimes(random, book, person);
      return lunch !== undefined && hasEnded(lunch) ? [lunch] : [];
    });
    return [...drawn, ...lunches];
  });
}
