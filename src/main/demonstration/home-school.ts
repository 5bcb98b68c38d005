import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { makeProviders, type ProviderOptions } from './area-providers.ts';
import { type DrawnExclusion, pickPeople } from './draw-exclusions.ts';
import { homeContacts } from './home-contacts.ts';
import { homeExams } from './home-exams.ts';
import { headOn, homeHeads } from './home-heads.ts';
import { drawHomeHistory } from './home-history.ts';
import { bookHomePlaces } from './home-places.ts';
import { makeHomeRoll } from './home-roll.ts';
import { markAttendance } from './mark-attendance.ts';
import { courseOfCase, furtherOf } from './home-course.ts';
import { daysAround, drawCase, startOf, TODAY_CASES, type TodayCase } from './home-today.ts';
import type { UpnIssuer } from './make-upn.ts';
import { type Person, yearGroupOf } from './person.ts';
import type { Random } from './random.ts';
import { compareExclusions, tellExclusion } from './tell-exclusion.ts';
import type { AreaSchool, HomeSchool, SchoolDayTimes } from './types.ts';

const SESSION_TIMES: readonly SchoolDayTimes[] = [
  { slot: 'am', starts: '08:40', ends: '12:20' },
  { slot: 'pm', starts: '13:05', ends: '15:10' },
];

/** A pupil with a case today had little before it this year, and nothing just before. */
const MOST_HALF_DAYS_BEFORE = 20;
const DAYS_SINCE_LAST = 21;
/** One former pupil in so many stays in the records without an exclusion. */
const LEAVERS_KEPT = 12;

export interface HomeOptions {
  readonly school: AreaSchool;
  readonly calendar: SchoolCalendar;
  readonly index: CalendarIndex;
  readonly today: IsoDate;
  readonly schoolYears: readonly SchoolYear[];
  /** Numbers of the schools where pupils got their UPN. */
  readonly feeders: readonly string[];
  readonly pru: ProviderOptions['pru'];
  readonly partner: ProviderOptions['partner'];
}

/** The school the demonstration is seen from: its whole roll, three years of exclusions, and its book of places. */
export function makeHomeSchool(random: Random, upns: UpnIssuer, options: HomeOptions): HomeSchool {
  const { school, calendar, index, today, schoolYears } = options;
  const roll = makeHomeRoll(random.fork('roll'), upns, options);
  const history = drawHomeHistory(random.fork('history'), options, [...roll.onRoll, ...roll.leavers]);
  const cases = castCases(random.fork('today'), options, roll.onRoll, history);

  const excluded = new Set([...history, ...cases.map(({ drawn }) => drawn)].map(({ person }) => person));
  const leavers = roll.leavers.filter((person, at) => excluded.has(person) || at % LEAVERS_KEPT === 0);
  const kept = [...roll.onRoll, ...leavers];
  const position = new Map(kept.map((person, at) => [person, at]));
  const heads = homeHeads(schoolYears, today);
  const stories = random.fork('stories');
  const days = daysAround(index, today);
  const courses = new Map(cases.map(({ wished, drawn }) => [drawn, courseOfCase(days, wished)]));
  const courseOf = (drawn: DrawnExclusion) => courses.get(drawn);
  const tell = (drawn: DrawnExclusion, wished: TodayCase | undefined) => ({
    exclusion: tellExclusion(stories, index, drawn, {
      pupil: position.get(drawn.person) ?? -1,
      phase: 'secondary',
      deciders: (day) => headOn(heads, day),
      state: wished?.state ?? 'issued',
      course: courseOf(drawn),
      today,
    }),
    drawn,
    wished,
  });
  const told = [
    ...history.map((drawn) => tell(drawn, undefined)),
    ...cases.map(({ drawn, wished }) => tell(drawn, wished)),
  ].toSorted((a, b) => compareExclusions(a.exclusion, b.exclusion));

  const current = schoolYears.at(-1) ?? 0;
  const { past, ahead } = days;
  const { pru, partner } = options;
  const covered = [current - 1, current, current + 1];
  const providers = makeProviders({ home: school, pru, partner, schoolYears: covered, past, ahead });
  return {
    school,
    calendar,
    sessionTimes: SESSION_TIMES,
    heads,
    exams: homeExams(index, schoolYears),
    contacts: homeContacts(
      random.fork('contacts'),
      kept.map(({ pupil }) => pupil),
    ),
    pupils: kept.map(({ pupil }) => pupil),
    exclusions: told.map(({ exclusion }) => exclusion),
    providers,
    placements: markAttendance(
      random.fork('attendance'),
      bookHomePlaces(random.fork('places'), { told, providers, index, today }),
      today,
    ),
  };
}

/** Finds a pupil for each case of today who is free for it and stays well within the year's 45 days. */
function castCases(
  random: Random,
  { index, today, schoolYears }: HomeOptions,
  onRoll: readonly Person[],
  history: readonly DrawnExclusion[],
): readonly { readonly wished: TodayCase; readonly drawn: DrawnExclusion }[] {
  const days = daysAround(index, today);
  const current = schoolYears.at(-1) ?? 0;
  const quietSince = addDays(today, -DAYS_SINCE_LAST);
  const busy = new Set<Person>();
  const before = new Map<Person, number>();
  for (const { person, start, halfDays, sessions } of history) {
    if (halfDays === null || (sessions.at(-1)?.date ?? start.date) >= quietSince) busy.add(person);
    // Cases may reach back over the summer, so the year before counts too.
    if (start.date >= `${String(current - 1)}-08-01`)
      before.set(person, (before.get(person) ?? 0) + (halfDays ?? 0));
  }
  return TODAY_CASES.flatMap((wished) => {
    const start = startOf(days, wished);
    if (start === undefined) return [];
    const free = onRoll.filter(
      (person) =>
        yearGroupOf(person.cohort, current) === wished.yearGroup &&
        !busy.has(person) &&
        person.pupil.leavingDate === null &&
        person.pupil.entryDate < quietSince &&
        (before.get(person) ?? 0) <= MOST_HALF_DAYS_BEFORE,
    );
    const inCare = wished.inCare === true ? free.filter(({ pupil }) => pupil.inCare) : [];
    const candidates = (inCare.length > 0 ? inCare : free).map((person) => ({
      person,
      weight: person.propensity,
    }));
    const [person] = pickPeople(random, candidates, 1);
    if (person === undefined) return [];
    busy.add(person);
    const drawn = drawCase(index, wished, start, person);
    return [{ wished, drawn }, ...furtherOf(index, wished, drawn)];
  });
}
