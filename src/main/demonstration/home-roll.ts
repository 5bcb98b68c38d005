import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { UpnIssuer } from './make-upn.ts';
import { NAMED_PUPILS } from './people-names.ts';
import { makePerson, ncYearOf, type Person, type PersonWishes } from './person.ts';
import type { Random } from './random.ts';

/** Pupils on roll by year group; a sixth form of the usual smaller size. */
const ROLL: readonly (readonly [yearGroup: number, pupils: number])[] = [
  [7, 206],
  [8, 208],
  [9, 205],
  [10, 202],
  [11, 198],
  [12, 72],
  [13, 58],
];

const FORM_LETTERS = 'KLMNPRT';
const SIXTH_FORM_LETTERS = 'ABC';
const TEMPORARY_UPNS = 4;
/** National shares of SEN support and of education, health and care plans are near these. */
const SHARES = { boys: 0.505, support: 0.125, plans: 0.03 } as const;

export interface HomeRoll {
  readonly onRoll: readonly Person[];
  /** Former pupils, most of whom will be left out again unless they are drawn for an exclusion. */
  readonly leavers: readonly Person[];
}

export interface HomeRollOptions {
  readonly today: IsoDate;
  readonly schoolYears: readonly SchoolYear[];
  readonly index: CalendarIndex;
  readonly feeders: readonly string[];
}

/** The home school's roll today, and those who left in the school years covered. */
export function makeHomeRoll(random: Random, upns: UpnIssuer, options: HomeRollOptions): HomeRoll {
  const { schoolYears, feeders } = options;
  const current = schoolYears.at(-1) ?? 0;
  const person = (wishes: Omit<PersonWishes, 'boys' | 'support' | 'plans'>) =>
    makePerson(random, upns, feeders, { ...SHARES, ...wishes });

  const onRoll: Person[] = [];
  for (const [yearGroup, pupils] of ROLL) {
    const cohort = current - yearGroup;
    const named = NAMED_PUPILS.filter(({ year }) => year === yearGroup);
    const letters = yearGroup > 11 ? SIXTH_FORM_LETTERS : FORM_LETTERS;
    for (let at = 0; at < pupils; at += 1) {
      const name = named[at];
      onRoll.push(
        person({
          cohort,
          entryDate:
            name === undefined ? entryOf(random, options, cohort) : firstDayOf(options.index, cohort + 7),
          ncYear: ncYearOf(yearGroup),
          form: `${String(yearGroup)}${letters.charAt(at % letters.length)}`,
          temporaryUpn:
            name === undefined && onRoll.length % 311 === 200 && onRoll.length < 311 * TEMPORARY_UPNS,
          ...(name === undefined ? {} : { name }),
        }),
      );
    }
  }
  return { onRoll, leavers: makeLeavers(random, options, person) };
}

/** Year 11 pupils who did not stay on, and some who moved away during a year. */
function makeLeavers(
  random: Random,
  { schoolYears, index, today }: HomeRollOptions,
  person: (wishes: Omit<PersonWishes, 'boys' | 'support' | 'plans'>) => Person,
): readonly Person[] {
  const past = schoolYears.slice(0, -1);
  const wished: Omit<PersonWishes, 'boys' | 'support' | 'plans'>[] = [];
  for (const schoolYear of past) {
    const cohort = schoolYear - 11;
    const entryDate = firstDayOf(index, cohort + 7);
    const leavingDate = lastDayOf(index, schoolYear);
    for (let at = 0; at < 132; at += 1)
      wished.push({
        cohort,
        entryDate,
        leavingDate,
        ncYear: '11',
        form: `11${FORM_LETTERS.charAt(random.int(0, FORM_LETTERS.length - 1))}`,
      });
  }
  for (const schoolYear of schoolYears) {
    const days = index.schoolDaysBetween(`${String(schoolYear)}-10-01`, `${String(schoolYear + 1)}-07-01`);
    for (let at = 0; at < 9; at += 1) {
      const yearGroup = random.int(7, 11);
      const leavingDate = days.length > 0 ? random.pick(days) : `${String(schoolYear)}-10-01`;
      if (leavingDate >= today) continue;
      const cohort = schoolYear - yearGroup;
      const form = `${String(yearGroup)}${FORM_LETTERS.charAt(random.int(0, FORM_LETTERS.length - 1))}`;
      wished.push({
        cohort,
        entryDate: firstDayOf(index, cohort + 7),
        leavingDate,
        ncYear: ncYearOf(yearGroup),
        form,
      });
    }
  }
  return wished.map(person);
}

/** Most pupils came at the start of year 7; a few joined on some school day since. */
function entryOf(
  random: Random,
  { index, schoolYears, today }: HomeRollOptions,
  cohort: SchoolYear,
): IsoDate {
  const start = firstDayOf(index, cohort + 7);
  if (!random.chance(0.05)) return start;
  const from = `${String(schoolYears[0] ?? 0)}-09-10`;
  const days = index.schoolDaysBetween(start > from ? start : from, addDays(today, -1));
  return days.length > 0 ? random.pick(days) : start;
}

/** The first school day of a year, or the usual first Tuesday or so of September before the calendar begins. */
export function firstDayOf(index: CalendarIndex, schoolYear: SchoolYear): IsoDate {
  const [first] = index.schoolDaysBetween(`${String(schoolYear)}-08-01`, `${String(schoolYear)}-10-01`);
  return first ?? `${String(schoolYear)}-09-04`;
}

export function lastDayOf(index: CalendarIndex, schoolYear: SchoolYear): IsoDate {
  const last = index
    .schoolDaysBetween(`${String(schoolYear + 1)}-06-01`, `${String(schoolYear + 1)}-07-31`)
    .at(-1);
  return last ?? `${String(schoolYear + 1)}-07-20`;
}
