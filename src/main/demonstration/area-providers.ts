import type { SchoolCalendar, SchoolYear, Slot } from '#shared/domain/calendar/types.ts';
import type { ProviderClosure, ProviderSession } from '#shared/domain/providers/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { AreaProvider, AreaSchool } from './types.ts';

/** Ids by which placements name their provider. */
export const PROVIDER_IDS = {
  pru: 'pru',
  partner: 'partner-school',
  unit: 'internal-unit',
  youthCentre: 'youth-centre',
  learningCentre: 'learning-centre',
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

/** The five places an excluded pupil of the home school can be taught. */
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
      laEstab: null,
    },
  ];
}
