import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { Session } from '../calendar/types.ts';
import { ruleSetOn } from '../duties/rule-sets.ts';
import type { RuleSet } from '../duties/types.ts';
import { totals } from './totals.ts';
import type { CountedExclusion } from './types.ts';

const rules = (date: string): RuleSet => {
  const set = ruleSetOn(date);
  if (set === undefined) throw new Error(`no rule set on ${date}`);
  return set;
};

/** Easter Monday 2008 was 24 March; this school's spring term ran on to 4 April. */
const index = indexCalendar({
  terms: [
    { schoolYear: 2007, name: 'autumn', from: '2007-09-03', to: '2007-12-21' },
    { schoolYear: 2007, name: 'spring', from: '2008-01-07', to: '2008-04-04' },
    { schoolYear: 2007, name: 'summer', from: '2008-04-21', to: '2008-07-22' },
    { schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' },
    { schoolYear: 2025, name: 'autumn', from: '2025-08-28', to: '2025-12-19' },
  ],
  closures: [{ from: '2008-03-21', to: '2008-03-24', slot: 'all', kind: 'bank-holiday', name: 'Easter' }],
});

const from = (start: Session, count: number, id = 'one'): CountedExclusion => ({
  id,
  kind: 'fixed-period',
  halfDays: index.sessionsFrom(start, count),
});

describe('totals', () => {
  it('put each half day in the term it falls in and the school year together', () => {
    const result = totals({
      exclusions: [from({ date: '2007-12-20', slot: 'pm' }, 7)],
      earlier: [],
      index,
      ruleSet: rules('2007-12-20'),
    });
    expect(result.terms).toEqual([
      {
        schoolYear: 2007,
        name: 'autumn',
        halfDays: 3,
        earlierHalfDays: 0,
        byOwnTerms: 3,
        byReferenceDates: 3,
      },
      {
        schoolYear: 2007,
        name: 'spring',
        halfDays: 4,
        earlierHalfDays: 0,
        byOwnTerms: 4,
        byReferenceDates: 4,
      },
    ]);
    expect(result.years).toEqual([
      { schoolYear: 2007, halfDays: 7, earlierHalfDays: 0, earlierWithoutTerm: 0 },
    ]);
  });

  it("take the higher of the school's own terms and the reference dates", () => {
    const beforeEaster = from({ date: '2008-03-10', slot: 'am' }, 8, 'a');
    const afterEaster = from({ date: '2008-03-25', slot: 'am' }, 6, 'b');
    const inMay = from({ date: '2008-05-12', slot: 'am' }, 10, 'c');
    const { terms } = totals({
      exclusions: [beforeEaster, afterEaster, inMay],
      earlier: [],
      index,
      ruleSet: rules('2008-03-10'),
    });
    expect(terms.map((term) => [term.name, term.byOwnTerms, term.byReferenceDates, term.halfDays])).toEqual([
      ['spring', 14, 8, 14],
      ['summer', 10, 16, 16],
    ]);
  });

  it('count a lunchtime as half a day and a permanent exclusion as nothing', () => {
    const lunch: CountedExclusion = {
      id: 'lunch',
      kind: 'lunchtime',
      halfDays: [
        { date: '2025-05-06', slot: 'lunch' },
        { date: '2025-05-07', slot: 'lunch' },
        { date: '2025-05-08', slot: 'lunch' },
      ],
    };
    const permanent: CountedExclusion = {
      ...from({ date: '2025-06-02', slot: 'am' }, 10),
      kind: 'permanent',
    };
    const result = totals({
      exclusions: [lunch, permanent],
      earlier: [],
      index,
      ruleSet: rules('2025-05-06'),
    });
    expect(result.terms.map((term) => term.halfDays)).toEqual([3]);
    expect(result.years.map((year) => year.halfDays)).toEqual([3]);
  });

  it('begin the school year on 1 August, so that late August counts in the new one', () => {
    const result = totals({
      exclusions: [from({ date: '2025-07-22', slot: 'pm' }, 3)],
      earlier: [],
      index,
      ruleSet: rules('2025-07-22'),
    });
    expect(result.years.map((year) => [year.schoolYear, year.halfDays])).toEqual([
      [2024, 1],
      [2025, 2],
    ]);
  });

  it('add earlier schools to the year always, and to the term only from September 2012', () => {
    const earlier = [
      { schoolYear: 2025, halfDays: 24, term: 'autumn' as const },
      { schoolYear: 2025, halfDays: 3 },
    ];
    const exclusions = [from({ date: '2025-09-01', slot: 'am' }, 4)];
    const today = totals({ exclusions, earlier, index, ruleSet: rules('2025-09-01') });
    expect(today.terms.map((term) => [term.halfDays, term.earlierHalfDays])).toEqual([[28, 24]]);
    expect(today.years).toEqual([
      { schoolYear: 2025, halfDays: 31, earlierHalfDays: 27, earlierWithoutTerm: 3 },
    ]);

    const before2012 = totals({
      exclusions: [from({ date: '2008-05-12', slot: 'am' }, 4)],
      earlier: [{ schoolYear: 2007, halfDays: 24, term: 'summer' }],
      index,
      ruleSet: rules('2008-05-12'),
    });
    expect(before2012.terms.map((term) => term.halfDays)).toEqual([4]);
    expect(before2012.years.map((year) => year.halfDays)).toEqual([28]);
  });
});
