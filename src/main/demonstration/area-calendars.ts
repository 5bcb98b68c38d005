import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import type { Closure, SchoolCalendar, SchoolYear, Term } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate, weekdayOf } from '#shared/kernel/plain-date.ts';
import type { Random } from './random.ts';

/** The usual year, shared by the schools of an area before each sets its own training days. */
export function suggestYears(schoolYears: readonly SchoolYear[]): readonly SchoolCalendar[] {
  return schoolYears.map((schoolYear) => suggestSchoolYear(schoolYear));
}

/** One school's calendar: the area's years with training days of its own, early closing at two ends of term, one snow day. */
export function makeCalendar(random: Random, years: readonly SchoolCalendar[]): SchoolCalendar {
  const own = years.map((year) => makeYear(random, year));
  return { terms: years.flatMap(({ terms }) => terms), closures: own.flat() };
}

function makeYear(random: Random, year: SchoolCalendar): readonly Closure[] {
  const shared = year.closures.filter(({ kind }) => kind !== 'inset');
  const index = indexCalendar({ terms: year.terms, closures: shared });
  const daysBetween: DaysBetween = (from, to) => index.schoolDaysBetween(from, to);
  const taken = new Set<IsoDate>();
  const insets = year.closures
    .filter(({ kind }) => kind === 'inset')
    .map((inset, at) => {
      // The first training day opens the school year everywhere; the others are each school's choice.
      const moved =
        at === 0 || random.chance(0.5)
          ? inset.from
          : trainingDayNear(random, daysBetween, year.terms, inset.from);
      const from = taken.has(moved) ? inset.from : moved;
      taken.add(from);
      return { ...inset, from, to: from };
    });
  const closes = year.terms
    .filter(({ name }) => name !== 'spring')
    .map(({ name, to }) =>
      early(to, name === 'autumn' ? 'closes at noon for Christmas' : 'closes at noon for summer'),
    );
  const snow = random.chance(0.3) ? snowDay(random, daysBetween, year.terms) : [];
  return [...shared, ...insets, ...closes, ...snow].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
}

type DaysBetween = (from: IsoDate, to: IsoDate) => readonly IsoDate[];

const early = (date: IsoDate, name: string): Closure => ({
  from: date,
  to: date,
  slot: 'pm',
  kind: 'closure',
  name,
});

/** A Monday or Friday of the same term. */
function trainingDayNear(
  random: Random,
  daysBetween: DaysBetween,
  terms: readonly Term[],
  date: IsoDate,
): IsoDate {
  const term = terms.find(({ from, to }) => from <= date && date <= to);
  if (term === undefined) return date;
  const ends = daysBetween(addDays(term.from, 7), addDays(term.to, -7)).filter((day) =>
    [1, 5].includes(weekdayOf(day)),
  );
  return ends.length > 0 ? random.pick(ends) : date;
}

function snowDay(random: Random, daysBetween: DaysBetween, terms: readonly Term[]): readonly Closure[] {
  const spring = terms.find(({ name }) => name === 'spring');
  if (spring === undefined) return [];
  const days = daysBetween(addDays(spring.from, 7), addDays(spring.from, 40));
  if (days.length === 0) return [];
  const date = random.pick(days);
  return [{ from: date, to: date, slot: 'all', kind: 'closure', name: 'closed for snow' }];
}
