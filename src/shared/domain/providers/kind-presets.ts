import type { Slot } from '../calendar/types.ts';
import { NO_RULES } from './no-rules.ts';
import type { ProviderKind, ProviderRules, ProviderSession } from './types.ts';

/** What a new provider of a kind starts with; everything can be changed before it is saved. */
export interface KindPreset {
  readonly sessions: readonly ProviderSession[];
  readonly weekCapacity?: number;
  readonly schoolShare?: number;
  readonly rules: ProviderRules;
}

type Times = readonly [starts: string, ends: string];

const week = (capacity: number, am: Times | null, pm: Times | null): readonly ProviderSession[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) =>
    (
      [
        ['am', am],
        ['pm', pm],
      ] as const
    ).flatMap(([slot, times]: readonly [Slot, Times | null]) =>
      times ? [{ weekday, slot, capacity, starts: times[0], ends: times[1] }] : [],
    ),
  );

const rules = (given: Partial<ProviderRules>): ProviderRules => ({ ...NO_RULES, ...given });

const SCHOOL_AM: Times = ['09:00', '12:00'];
const SCHOOL_PM: Times = ['13:00', '15:00'];
const PRIMARY_YEARS = [0, 1, 2, 3, 4, 5, 6];

/**
 * What is typical of each kind, with the numbers of the arrangements that the national evaluation of day-one provision
 * describes; where it gives none, a modest number to start from.
 */
export const KIND_PRESETS: Readonly<Record<ProviderKind, KindPreset>> = {
  // A room for pupils who are excluded for a fixed period: later hours than school's, and the parents may choose home.
  'internal-unit': {
    sessions: week(6, ['09:30', '12:30'], ['13:00', '16:00']),
    rules: rules({ parentChooses: true, evaluation: true, workDaysBefore: 0, distanceMetres: 0 }),
  },
  // A pupil works in the library of another school for up to five days, with a mentor of the own school beside.
  'partner-school': {
    sessions: week(2, SCHOOL_AM, SCHOOL_PM),
    rules: rules({
      window: { fromDay: 1, toDay: 5 },
      escort: { fromDay: 1 },
      papers: ['work', 'contacts'],
      workDaysBefore: 0,
    }),
  },
  'exchange-pair': {
    sessions: week(2, SCHOOL_AM, SCHOOL_PM),
    rules: rules({ papers: ['handover-form', 'work', 'contacts'], workDaysBefore: 1 }),
  },
  // A youth centre: up to 12 pupils, stays of 2 to 14 days, a report for the return.
  'la-centre': {
    sessions: week(12, ['09:30', '12:15'], ['12:45', '15:00']),
    rules: rules({
      minDays: 2,
      maxDays: 14,
      papers: ['handover-form', 'contacts'],
      reportDays: 2,
      followUpDays: 10,
    }),
  },
  // From day 3 by itself; on days 1 and 2 only with staff of the school. Groups apart, reviews each week, a report.
  pru: {
    sessions: week(8, ['09:15', '12:00'], ['12:45', '14:45']),
    rules: rules({
      escort: { fromDay: 1, toDay: 2 },
      separateGroups: true,
      papers: ['handover-form', 'work', 'contacts', 'support-plan'],
      workDaysBefore: 1,
      weeklyReview: true,
      reportDays: 5,
      // Three days were found too few to finish it: it goes on at the next stay.
      courses: [{ name: 'Anger management', sessions: 6 }],
      transport: 'authority',
    }),
  },
  // A voluntary body: only exclusions of more than 3 days, 18 pupils in a week, four adults, a signed code of conduct.
  agency: {
    sessions: week(18, ['09:30', '12:30'], ['13:15', '15:15']),
    weekCapacity: 18,
    rules: rules({
      longerThanDays: 3,
      adultsNeeded: 4,
      codeOfConduct: true,
      papers: ['handover-form', 'contacts'],
      reportDays: 5,
    }),
  },
  // A late day, 1.30 to 6, that stands for both halves of a school day; never with one adult alone.
  'flexible-day': {
    sessions: week(6, ['13:30', '15:45'], ['15:45', '18:00']),
    rules: rules({ adultsNeeded: 2 }),
  },
  // Two hours before school and three after it.
  'split-day': {
    sessions: week(6, ['07:00', '09:00'], ['15:30', '18:30']),
    rules: rules({ adultsNeeded: 2 }),
  },
  'primary-rota': {
    sessions: week(4, SCHOOL_AM, SCHOOL_PM),
    rules: rules({ yearGroups: PRIMARY_YEARS, termRota: true, papers: ['work', 'contacts'] }),
  },
  // Five schools with two places each, mornings only; the afternoon is spent at the own school.
  'joint-primary-centre': {
    sessions: week(10, SCHOOL_AM, null),
    schoolShare: 2,
    rules: rules({ yearGroups: PRIMARY_YEARS, papers: ['work', 'contacts'] }),
  },
  tuition: {
    sessions: week(1, ['09:30', '12:00'], ['13:00', '15:00']),
    rules: rules({ papers: ['work'], workDaysBefore: 1, weeklyReview: true }),
  },
  'home-study': {
    sessions: week(10, SCHOOL_AM, SCHOOL_PM),
    rules: rules({
      papers: ['work', 'contacts'],
      workDaysBefore: 0,
      transport: 'parents',
      distanceMetres: 0,
    }),
  },
  'learning-support-unit': { sessions: week(2, SCHOOL_AM, SCHOOL_PM), rules: rules({ distanceMetres: 0 }) },
};
