import { describe, expect, it, test } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { NO_RULES } from '../providers/no-rules.ts';
import type { ProviderRules } from '../providers/types.ts';
import type { MarkedPlace, PlaceMark } from './attendance.ts';
import { tasksOfStay, type StayToWatch } from './tasks-of-stay.ts';

// Autumn 2025 with a half-term from 27 to 31 October and an INSET day on Fri 14 November.
const calendar = indexCalendar({
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' }],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-11-14', to: '2025-11-14', slot: 'all', kind: 'inset', name: 'INSET' },
  ],
});

const day = (date: string, mark?: PlaceMark): MarkedPlace[] =>
  (['am', 'pm'] as const).map((slot) => ({
    date,
    slot,
    starts: slot === 'am' ? '09:00' : '13:00',
    ends: slot === 'am' ? '12:00' : '15:30',
    ...(mark === undefined ? {} : { mark }),
  }));

const week = ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20', '2025-11-21'];

function owed(rules: Partial<ProviderRules>, more: Partial<StayToWatch> = {}) {
  const tasks = tasksOfStay(
    {
      rules: { ...NO_RULES, ...rules },
      group: 'secondary',
      places: week.flatMap((date) => day(date)),
      madeOn: '2025-11-03',
      returnsOn: '2025-11-24',
      ...more,
    },
    calendar,
  );
  return Object.fromEntries(tasks.map(({ key, dueOn }) => [key, dueOn]));
}

describe('what a stay owes by the rules of its provider', () => {
  test.each<[string, Partial<ProviderRules>, Record<string, string>]>([
    ['nothing where nothing is asked', {}, {}],
    [
      'each paper on the first morning',
      { papers: ['medical', 'handover-form'] },
      { 'paper:medical': '2025-11-17', 'paper:handover-form': '2025-11-17' },
    ],
    [
      'two signatures under the code of conduct',
      { codeOfConduct: true },
      { 'code:parent': '2025-11-17', 'code:pupil': '2025-11-17' },
    ],
    [
      'work the school day before, past the weekend and the INSET day',
      { workDaysBefore: 1 },
      { 'work-set': '2025-11-13' },
    ],
    ['work two school days before', { workDaysBefore: 2 }, { 'work-set': '2025-11-12' }],
    ['work on the first day', { workDaysBefore: 0 }, { 'work-set': '2025-11-17' }],
    [
      'work once, when it is a paper too',
      { workDaysBefore: 1, papers: ['work'] },
      { 'work-set': '2025-11-13' },
    ],
    ['a review on the last day of the week', { weeklyReview: true }, { 'review:2025-11-17': '2025-11-21' }],
    ['the report on the last day', { reportDays: 0 }, { report: '2025-11-21' }],
    ['the report three school days after the stay', { reportDays: 3 }, { report: '2025-11-26' }],
    [
      'sheets a school week after the stay',
      { evaluation: true },
      { 'evaluation-parent': '2025-11-28', 'evaluation-pupil': '2025-11-28' },
    ],
    ['a look five school days after the return', { followUpDays: 5 }, { 'follow-up': '2025-12-01' }],
  ])('%s', (_what, rules, expected) => {
    expect(owed(rules)).toEqual(expected);
  });

  it('has work and papers due on the day of a booking that came later', () => {
    expect(owed({ workDaysBefore: 5, papers: ['medical'] }, { madeOn: '2025-11-13' })).toEqual({
      'paper:medical': '2025-11-17',
      'work-set': '2025-11-13',
    });
  });

  it('reviews each week of a longer stay on its last day there', () => {
    const places = ['2025-11-13', '2025-11-17', '2025-11-18'].flatMap((date) => day(date));
    expect(owed({ weeklyReview: true }, { places })).toEqual({
      'review:2025-11-10': '2025-11-13',
      'review:2025-11-17': '2025-11-18',
    });
  });

  it('has no follow-up for a pupil who does not return, and no day past the terms entered', () => {
    expect(owed({ followUpDays: 5 }, { returnsOn: undefined })).toEqual({});
    expect(owed({ reportDays: 3 }, { places: day('2025-12-18') })).toEqual({ report: undefined });
  });

  it('owes nothing without a booked place', () => {
    const rules = { papers: ['medical' as const], reportDays: 1, weeklyReview: true };
    expect(owed(rules, { places: [] })).toEqual({});
  });

  it('blocks the arrival by papers and signatures, and by work only where work is a paper', () => {
    const before = (rules: Partial<ProviderRules>) =>
      tasksOfStay(
        {
          rules: { ...NO_RULES, ...rules },
          group: 'primary',
          places: day('2025-11-17'),
          madeOn: '2025-11-03',
        },
        calendar,
      ).map(({ key, beforeArrival }) => [key, beforeArrival]);
    expect(before({ papers: ['medical'], codeOfConduct: true, workDaysBefore: 1 })).toEqual([
      ['paper:medical', true],
      ['code:parent', true],
      ['code:pupil', true],
      ['work-set', false],
    ]);
    expect(before({ papers: ['work'], workDaysBefore: 1 })).toEqual([['work-set', true]]);
  });
});

describe('what follows from attendance', () => {
  const am = (date: string, mark?: PlaceMark) => day(date, mark).slice(0, 1);

  test.each<[string, MarkedPlace[], Record<string, string>]>([
    ['nothing from attending', am('2025-11-17', { outcome: 'attended' }), {}],
    ['nothing from an illness', day('2025-11-17', { outcome: 'absent', reason: 'ill' }), {}],
    [
      'nothing from transport that failed',
      day('2025-11-17', { outcome: 'absent', reason: 'transport-failed' }),
      {},
    ],
    [
      'a call home on the next school day',
      am('2025-11-13', { outcome: 'absent' }),
      { 'not-arrived:2025-11-13': '2025-11-17' },
    ],
    [
      'one call a day, and a referral after two sessions',
      day('2025-11-17', { outcome: 'absent', reason: 'refused' }),
      { 'not-arrived:2025-11-17': '2025-11-18', 'attendance-referral': '2025-11-18' },
    ],
    [
      'a referral from sessions of different days',
      [
        ...am('2025-11-17', { outcome: 'absent', reason: 'parent-kept-home' }),
        ...am('2025-11-18', { outcome: 'attended' }),
        ...am('2025-11-20', { outcome: 'absent', reason: 'unknown' }),
      ],
      {
        'not-arrived:2025-11-17': '2025-11-18',
        'not-arrived:2025-11-20': '2025-11-21',
        'attendance-referral': '2025-11-21',
      },
    ],
    [
      'a question after leaving early',
      am('2025-11-17', { outcome: 'attended', leftAt: '11:00' }),
      { 'left-early:2025-11-17': '2025-11-18' },
    ],
    ['nothing from leaving at the end', am('2025-11-17', { outcome: 'attended', leftAt: '12:00' }), {}],
  ])('%s', (_what, places, expected) => {
    expect(owed({}, { places })).toEqual(expected);
  });

  it('refers a long-term pupil after the first session missed', () => {
    expect(owed({}, { group: 'long-term', places: am('2025-11-17', { outcome: 'absent' }) })).toEqual({
      'not-arrived:2025-11-17': '2025-11-18',
      'attendance-referral': '2025-11-18',
    });
  });
});
