import type { SchoolCalendar, SchoolYear, Slot } from '#shared/domain/calendar/types.ts';
import type { ProviderClosure, ProviderSession, RosteredAdult } from '#shared/domain/providers/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { AreaProvider, AreaSchool } from './types.ts';

/** Ids by which placements name their provider. */
export const PROVIDER_IDS = {
  pru: 'pru',
  partner: 'partner-school',
  unit: 'internal-unit',
  youthCentre: 'youth-centre',
  learningCentre: 'learning-centre',
  agency: 'agency',
  lateSchool: 'late-school',
  homeStudy: 'home-study',
} as const;

type Times = readonly [starts: string, ends: string];

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

const week = (
  capacity: number,
  am: Times,
  pm: Times | null,
  leaveOut: readonly string[] = [],
): readonly ProviderSession[] =>
  WEEKDAYS.flatMap((weekday) =>
    (['am', 'pm'] as const).flatMap((slot: Slot) => {
      const times = slot === 'am' ? am : pm;
      if (times === null || leaveOut.includes(`${String(weekday)}${slot}`)) return [];
      return [{ weekday, slot, capacity, starts: times[0], ends: times[1] }];
    }),
  );

/** An adult of every half day of the week, but those left out. */
const everyDay = (name: string, leaveOut: readonly string[] = []): readonly RosteredAdult[] =>
  WEEKDAYS.flatMap((weekday) =>
    (['am', 'pm'] as const)
      .filter((slot) => !leaveOut.includes(`${String(weekday)}${slot}`))
      .map((slot) => ({ name, weekday, slot, here: true })),
  );

/** The days in these school years on which a school-run provider does not meet: closures in term, and holidays between. */
function closuresOf(
  calendar: SchoolCalendar,
  schoolYears: readonly SchoolYear[],
): readonly ProviderClosure[] {
  const terms = calendar.terms.filter(({ schoolYear }) => schoolYears.includes(schoolYear));
  const [from, to] = [terms[0]?.from ?? '', terms.at(-1)?.to ?? ''];
  const inTerm = calendar.closures
    .filter((closure) => closure.from >= from && closure.to <= to)
    .map((closure) => ({ from: closure.from, to: closure.to, slot: closure.slot, reason: closure.name }));
  const between = terms.slice(1).map((term, at) => ({
    from: addDays(terms[at]?.to ?? term.from, 1),
    to: addDays(term.from, -1),
    slot: 'all' as const,
    reason: 'School holiday',
  }));
  return [...inTerm, ...between.filter((closure) => closure.from <= closure.to)].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
}

export interface ProviderOptions {
  readonly home: AreaSchool;
  readonly pru: { readonly school: AreaSchool; readonly calendar: SchoolCalendar };
  readonly partner: { readonly school: AreaSchool; readonly calendar: SchoolCalendar };
  readonly schoolYears: readonly SchoolYear[];
  /** School days of the home school: `past` before today, latest last; `ahead` from today on. */
  readonly past: readonly IsoDate[];
  readonly ahead: readonly IsoDate[];
}

const single = (date: IsoDate | undefined, slot: Slot | 'all', reason: string): readonly ProviderClosure[] =>
  date === undefined ? [] : [{ from: date, to: date, slot, reason }];

/** The places an excluded pupil of the home school can be taught. */
export function makeProviders(options: ProviderOptions): readonly AreaProvider[] {
  const { home, pru, partner, schoolYears, past, ahead } = options;
  return [
    {
      id: PROVIDER_IDS.unit,
      kind: 'internal-unit',
      name: 'The Boathouse',
      sessions: week(6, ['09:30', '12:30'], ['13:00', '16:00']),
      closures: [
        ...single(past.at(-14), 'pm', 'Staff training'),
        ...single(ahead[9], 'all', 'Room used for examinations'),
      ],
      address: `${home.name}, Staithe Road, Marsh Vale`,
      contactName: 'Mrs Y Adeyinka',
      contactPhone: '01632 960101',
      adults: [...everyDay('Mrs Y Adeyinka'), ...everyDay('Mr D Quill', ['5pm'])],
      rules: {
        adultsNeeded: 1,
        parentChooses: true,
        workDaysBefore: 0,
        evaluation: true,
        followUpDays: 10,
        costPence: 2400,
        distanceMetres: 0,
      },
      laEstab: home.laEstab,
    },
    {
      id: PROVIDER_IDS.partner,
      kind: 'partner-school',
      name: `${partner.school.name} (partner school)`,
      sessions: week(3, ['09:00', '12:15'], ['13:00', '15:00']),
      closures: closuresOf(partner.calendar, schoolYears),
      address: `${partner.school.name}, Causeway Lane, Ottermead`,
      contactName: 'Mr T Brzezicki',
      contactPhone: '01632 960122',
      partnerLaEstab: partner.school.laEstab,
      adults: [],
      rules: {
        window: { fromDay: 1, toDay: 10 },
        papers: ['work', 'contacts'],
        transport: 'parents',
        costPence: 1500,
        distanceMetres: 2900,
      },
      laEstab: partner.school.laEstab,
    },
    {
      id: PROVIDER_IDS.pru,
      kind: 'pru',
      name: pru.school.name,
      sessions: week(8, ['09:15', '12:00'], ['12:45', '14:45']),
      closures: closuresOf(pru.calendar, schoolYears),
      address: 'Lapwing House, Sluice Street, Marsh Vale',
      contactName: 'Ms R Thorogood',
      contactPhone: '01632 960133',
      adults: [
        ...everyDay('Ms R Thorogood'),
        ...everyDay('Mr S Iwu'),
        ...everyDay('Mrs L Penhaligon', ['3am', '3pm']),
      ],
      rules: {
        yearGroups: [7, 8, 9, 10, 11],
        escort: { fromDay: 1, toDay: 2 },
        adultsNeeded: 2,
        papers: ['handover-form', 'risk-assessment', 'contacts'],
        workDaysBefore: 1,
        weeklyReview: true,
        reportDays: 5,
        followUpDays: 15,
        courses: [{ name: 'Managing anger', sessions: 8 }],
        transport: 'authority',
        costPence: 5200,
        distanceMetres: 5400,
      },
      laEstab: pru.school.laEstab,
    },
    {
      id: PROVIDER_IDS.youthCentre,
      kind: 'la-centre',
      name: 'Tidebrook Youth Centre',
      sessions: week(12, ['09:30', '12:15'], ['12:45', '15:00'], ['5pm']),
      closures: [
        ...single(past.at(-8), 'all', 'No heating'),
        ...single(past.at(-7), 'am', 'No heating'),
        ...single(ahead[14], 'all', 'Polling station'),
      ],
      address: 'Tidebrook Youth Centre, Weir Lane, Marsh Vale',
      contactName: 'Mr J Achterberg',
      contactPhone: '01632 960144',
      weekCapacity: 18,
      adults: [
        ...everyDay('Mr J Achterberg'),
        ...everyDay('Ms N Oyelaran'),
        ...everyDay('Mr C Tremblay', ['1pm']),
      ],
      rules: {
        minDays: 2,
        maxDays: 14,
        adultsNeeded: 2,
        reportDays: 3,
        transport: 'parents',
        costPence: 3100,
        distanceMetres: 1600,
      },
      laEstab: null,
    },
    {
      id: PROVIDER_IDS.learningCentre,
      kind: 'la-centre',
      name: 'Fenlow Learning Centre',
      sessions: week(10, ['09:15', '12:15'], null),
      closures: [
        ...single(past.at(-21), 'all', 'Staff training'),
        ...single(ahead[4], 'am', 'Staff training'),
      ],
      address: 'Fenlow Library, Market Hill, Fenlow',
      contactName: 'Mrs P Vellaturi',
      contactPhone: '01632 960155',
      adults: everyDay('Mrs P Vellaturi'),
      rules: {
        yearGroups: [7, 8, 9],
        adultsNeeded: 1,
        transport: 'parents',
        costPence: 1900,
        distanceMetres: 8300,
      },
      laEstab: null,
    },
    {
      id: PROVIDER_IDS.agency,
      kind: 'agency',
      name: 'Estuary Community Links',
      sessions: week(6, ['09:30', '12:30'], ['13:15', '15:15']),
      closures: single(ahead[6], 'pm', 'Staff meeting'),
      weekCapacity: 18,
      schoolShare: 3,
      adults: [...everyDay('Miss K Adjei'), ...everyDay('Mr P Rowntree')],
      rules: {
        longerThanDays: 3,
        noticeDays: 1,
        adultsNeeded: 2,
        codeOfConduct: true,
        papers: ['handover-form'],
        reportDays: 5,
        transport: 'school',
        costPence: 4500,
        distanceMetres: 4100,
      },
      address: 'St Osyth’s Hall, Chapel Lane, Marsh Vale',
      contactName: 'Miss K Adjei',
      contactPhone: '01632 960166',
      laEstab: null,
    },
    {
      id: PROVIDER_IDS.lateSchool,
      kind: 'flexible-day',
      name: 'Late School',
      sessions: week(5, ['13:30', '15:45'], ['15:45', '18:00'], ['5am', '5pm']),
      closures: [],
      adults: [...everyDay('Mr A Findlater', ['4am', '4pm']), ...everyDay('Mrs B Osei')],
      rules: { adultsNeeded: 2, transport: 'parents', costPence: 2800, distanceMetres: 0 },
      address: `${home.name}, Staithe Road, Marsh Vale`,
      contactName: 'Mrs B Osei',
      contactPhone: '01632 960102',
      laEstab: home.laEstab,
    },
    {
      id: PROVIDER_IDS.homeStudy,
      kind: 'home-study',
      name: 'Study at home with visits',
      sessions: week(20, ['09:00', '12:00'], ['13:00', '15:00']),
      closures: [],
      adults: [],
      rules: { costPence: 900 },
      address: 'At the pupil’s home',
      contactName: 'Mr D Quill',
      contactPhone: '01632 960103',
      laEstab: home.laEstab,
    },
  ];
}
