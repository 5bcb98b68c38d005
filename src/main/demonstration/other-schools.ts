import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { type DrawnPhase, RATES_PER_100 } from './distributions.ts';
import { openYear } from './draw-exclusions.ts';
import { drawYear } from './draw-year.ts';
import { firstDayOf, lastDayOf } from './home-roll.ts';
import type { UpnIssuer } from './make-upn.ts';
import { makePerson, ncYearOf, type Person, yearGroupOf } from './person.ts';
import type { Random } from './random.ts';
import { compareExclusions, type Deciders, tellExclusion } from './tell-exclusion.ts';
import type { AreaSchool, SchoolRecords } from './types.ts';

/** Among excluded pupils: boys, and pupils with special needs, are over-represented (published characteristics). */
const SHARES = { boys: 0.72, support: 0.36, plans: 0.09 } as const;

/** Share of a year's excluded pupils who were excluded in an earlier year too: an assumption. */
const SEEN_BEFORE = 0.35;

// prettier-ignore
const YEAR_GROUPS: Readonly<Record<DrawnPhase, readonly (readonly [yearGroup: number, weight: number])[]>> = {
  primary: [[0, 4], [1, 8], [2, 11], [3, 14], [4, 18], [5, 21], [6, 24]],
  secondary: [[7, 13], [8, 21], [9, 26], [10, 25], [11, 14], [12, 1]],
};
const FIRST_YEAR_GROUP: Readonly<Record<DrawnPhase, number>> = { primary: 0, secondary: 7 };
const LAST_YEAR_GROUP: Readonly<Record<DrawnPhase, number>> = { primary: 6, secondary: 11 };

const HEADS: readonly string[] = [
  'Mr A Whitcombe',
  'Ms B Achebe',
  'Mrs C Lindgren',
  'Dr S Raghunathan',
  'Mr P Dacosta',
  'Mrs J Threlfall',
];
const DEPUTIES: readonly string[] = [
  'Mrs L Mbeki',
  'Mr G Szabo',
  'Ms K Prendergast',
  'Mr I Rahimi',
  'Mrs N Fothergill',
];

export interface OtherSchoolOptions {
  readonly school: AreaSchool;
  readonly calendar: SchoolCalendar;
  readonly index: CalendarIndex;
  readonly today: IsoDate;
  readonly schoolYears: readonly SchoolYear[];
  readonly feeders: readonly string[];
  /** The school's own rate against its phase's: schools differ, the area as a whole does not. */
  readonly factor: number;
}

/** A school seen from the authority: its exclusions, and the pupils who had them. */
export function makeOtherSchool(random: Random, upns: UpnIssuer, options: OtherSchoolOptions): SchoolRecords {
  const { school, calendar, index, today, schoolYears } = options;
  const { phase } = school;
  // The demonstration's unit returns nothing of its own: its pupils' exclusions are their schools'.
  if (phase === 'pru') return { school, calendar, pupils: [], exclusions: [] };

  const people: Person[] = [];
  const drawn = schoolYears.flatMap((schoolYear, at) => {
    const book = openYear(index, schoolYear);
    const rates = RATES_PER_100[phase][at];
    if (rates === undefined) return [];
    const hundreds = ((school.headcounts[at]?.pupils ?? 0) / 100) * options.factor;
    const wanted = random.rounded(hundreds * rates.pupilsExcluded);
    const chosen = choosePeople(random, upns, options, phase, schoolYear, wanted, people);
    return drawYear(random, book, {
      phase,
      people: chosen,
      permanents: random.rounded(hundreds * rates.permanent),
      keep: ({ start }) => start.date <= today,
      permanentsUpTo: today,
      today,
    });
  });

  const excluded = new Set(drawn.map(({ person }) => person));
  const kept = people.filter((person) => excluded.has(person));
  const position = new Map(kept.map((person, at) => [person, at]));
  const deciders: Deciders = { head: random.pick(HEADS), deputy: random.pick(DEPUTIES) };
  const exclusions = drawn
    .map((one) =>
      tellExclusion(random, index, one, { pupil: position.get(one.person) ?? -1, phase, deciders, today }),
    )
    .toSorted(compareExclusions);
  return { school, calendar, pupils: kept.map(({ pupil }) => pupil), exclusions };
}

/** This year's excluded pupils: some of those met before, and new ones, who are added to `people`. */
function choosePeople(
  random: Random,
  upns: UpnIssuer,
  options: OtherSchoolOptions,
  phase: DrawnPhase,
  schoolYear: SchoolYear,
  wanted: number,
  people: Person[],
): readonly Person[] {
  const firstDay = firstDayOf(options.index, schoolYear);
  const again = random.shuffled(people.filter((person) => person.to > firstDay));
  const returning = again.slice(0, random.rounded(Math.min(again.length, wanted * SEEN_BEFORE)));
  const chosen = [...returning];
  while (chosen.length < wanted) {
    const person = invent(random, upns, options, phase, schoolYear);
    people.push(person);
    chosen.push(person);
  }
  return chosen;
}

function invent(
  random: Random,
  upns: UpnIssuer,
  { school, index, today, schoolYears, feeders }: OtherSchoolOptions,
  phase: DrawnPhase,
  schoolYear: SchoolYear,
): Person {
  const yearGroup = random.weighted(YEAR_GROUPS[phase]);
  const cohort = schoolYear - yearGroup;
  const current = schoolYears.at(-1) ?? schoolYear;
  const lastGroup = Math.max(LAST_YEAR_GROUP[phase], yearGroup);
  const lastDay = lastDayOf(index, cohort + lastGroup);
  const left = lastDay < today;
  const person = makePerson(random, upns, phase === 'primary' ? [school.laEstab] : feeders, {
    ...SHARES,
    cohort,
    entryDate: firstDayOf(index, cohort + FIRST_YEAR_GROUP[phase]),
    ...(left ? { leavingDate: lastDay } : {}),
    ncYear: ncYearOf(Math.min(yearGroupOf(cohort, current), lastGroup)),
    form: null,
    temporaryUpn: random.chance(0.01),
  });
  // Someone still here may be drawn up to the end of the last year at this school.
  if (!left) person.to = lastDay;
  return person;
}
