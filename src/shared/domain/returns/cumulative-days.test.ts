import { describe, expect, it } from 'vitest';
import { testCalendar } from '../../../../tests/builders/school.ts';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { cumulativeDays, type PupilHalfDays } from './cumulative-days.ts';

const calendar = indexCalendar(testCalendar);

/** `days` days from `from` on, both halves of each. */
const days = (exclusionId: string, ...dates: readonly string[]) =>
  dates.flatMap((date) => (['am', 'pm'] as const).map((slot) => ({ exclusionId, date, slot })));

const of = (
  here: PupilHalfDays['here'],
  exclusion: { id: string; startDate: string; endDate: string },
  earlier: PupilHalfDays['earlier'] = [],
) => cumulativeDays(exclusion, { here, earlier }, calendar);

const first = days('first', '2025-09-10', '2025-09-11');
const second = days('second', '2025-11-10', '2025-11-11', '2025-11-12');
const third = days('third', '2026-01-12');

describe('days in the term and the year once an exclusion was over', () => {
  it('are itself and those before it, not those after', () => {
    const all = [...first, ...second, ...third];
    expect(of(all, { id: 'first', startDate: '2025-09-10', endDate: '2025-09-11' })).toEqual({
      term: 4,
      termBefore: 0,
      year: 4,
    });
    expect(of(all, { id: 'second', startDate: '2025-11-10', endDate: '2025-11-12' })).toEqual({
      term: 10,
      termBefore: 4,
      year: 10,
    });
  });

  it('begin anew with the term, and go on in the year', () => {
    expect(of([...first, ...third], { id: 'third', startDate: '2026-01-12', endDate: '2026-01-12' })).toEqual(
      {
        term: 2,
        termBefore: 0,
        year: 6,
      },
    );
  });

  it('count earlier schools in the term they were in and in the year', () => {
    const earlier = [{ schoolYear: 2025, term: 'autumn' as const, halfDays: 8 }];
    const span = { id: 'second', startDate: '2025-11-10', endDate: '2025-11-12' };
    expect(of(second, span, earlier)).toEqual({ term: 14, termBefore: 8, year: 14 });
  });

  it('of a permanent exclusion are those before its start', () => {
    const permanent = { id: 'permanent', startDate: '2025-11-11', endDate: '2025-11-11' };
    expect(of([...first, ...days('second', '2025-11-10')], permanent)).toMatchObject({ term: 6, year: 6 });
  });
});
