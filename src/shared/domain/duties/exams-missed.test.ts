import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { examsMissed } from './exams-missed.ts';
import { examsOver } from './exams-over.ts';
import { publicPlaceDates, publicPlaceDays } from './public-place-days.ts';
import { ruleSetOn } from './rule-sets.ts';
import type { Examination, RuleSet } from './types.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [],
});
const rules = (date: string): RuleSet => {
  const set = ruleSetOn(date);
  if (set === undefined) throw new Error(`no rule set on ${date}`);
  return set;
};
const sitting = (
  date: string,
  slot: 'am' | 'pm',
  kind: Examination['kind'] = 'public-examination',
): Examination => ({
  date,
  slot,
  kind,
  name: 'Physics',
});
const start = { date: '2025-06-09', slot: 'pm' } as const;
const sittings = [
  sitting('2025-06-12', 'pm'),
  sitting('2025-06-10', 'am'),
  sitting('2025-06-09', 'am'),
  sitting('2025-09-15', 'am'),
  sitting('2025-06-09', 'pm', 'national-curriculum-test'),
];
const missed = (kind: 'fixed-period' | 'permanent' | 'lunchtime', ruleSet = rules('2025-06-09')) =>
  examsMissed({ sittings, kind, start, sessionsOut: index.sessionsFrom(start, 3), index, ruleSet }).map(
    ({ date, slot }) => `${date} ${slot}`,
  );

describe('the examinations that an exclusion makes a pupil miss', () => {
  it('are those in the sessions out', () => {
    expect(missed('fixed-period')).toEqual(['2025-06-09 pm', '2025-06-10 am']);
  });

  it('are for a permanent exclusion all from its start to the end of the school year', () => {
    expect(missed('permanent')).toEqual(['2025-06-09 pm', '2025-06-10 am', '2025-06-12 pm']);
  });

  it('are none at lunchtime', () => {
    expect(missed('lunchtime')).toEqual([]);
  });

  it('are public examinations alone before September 2012', () => {
    expect(missed('fixed-period', rules('2011-05-09'))).toEqual(['2025-06-10 am']);
  });
});

describe('examinations that are over', () => {
  const entered = [sitting('2025-05-15', 'am'), sitting('2025-06-10', 'am')];

  it('are so in Year 11 the day after the last one, taken or missed', () => {
    expect(examsOver(entered, 11, '2025-06-11')).toBe(true);
    expect(examsOver(entered, 11, '2025-06-10')).toBe(false);
  });

  it('are not in another year group, nor where none is known', () => {
    expect(examsOver(entered, 10, '2025-06-11')).toBe(false);
    expect(examsOver([], 11, '2025-06-11')).toBe(false);
    expect(examsOver(entered, undefined, '2025-06-11')).toBe(false);
  });
});

describe('the days on which parents keep a pupil out of public places', () => {
  it('are the first five school days since September 2007', () => {
    expect([rules('2007-06-04'), rules('2007-09-03'), rules('2025-06-09')].map(publicPlaceDays)).toEqual([
      0, 5, 5,
    ]);
    const { date } = start;
    expect(publicPlaceDates(index, rules(date), { start })).toEqual([
      '2025-06-09',
      '2025-06-10',
      '2025-06-11',
      '2025-06-12',
      '2025-06-13',
    ]);
  });

  it('are fewer when the exclusion ends before, and none before 2007', () => {
    const last = { date: '2025-06-10', slot: 'pm' } as const;
    expect(publicPlaceDates(index, rules('2025-06-09'), { start, last })).toEqual([
      '2025-06-09',
      '2025-06-10',
    ]);
    expect(publicPlaceDates(index, rules('2007-06-04'), { start, last })).toEqual([]);
  });
});
