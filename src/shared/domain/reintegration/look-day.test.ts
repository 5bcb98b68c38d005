import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { addDays, weekdayOf } from '../../kernel/plain-date.ts';
import { lookDay } from './look-day.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-11-24', to: '2025-11-24', slot: 'all', kind: 'inset', name: 'INSET day' },
    { from: '2025-12-05', to: '2025-12-05', slot: 'all', kind: 'closure', name: 'Boiler' },
  ],
});

describe('the day of a look', () => {
  it.each([
    ['a week later on the same weekday', '2025-09-10', 1, '2025-09-17'],
    ['four weeks later', '2025-09-10', 4, '2025-10-08'],
    ['half-term is no school week', '2025-10-22', 1, '2025-11-05'],
    ['four school weeks round half-term', '2025-10-08', 4, '2025-11-12'],
    ['a closed day moves it to the next school day', '2025-11-17', 1, '2025-11-25'],
    ['the last day of a week, closed, to the Monday after', '2025-11-28', 1, '2025-12-08'],
    ['over Christmas', '2025-12-17', 1, '2026-01-07'],
  ] as const)('%s', (_, back, weeks, day) => {
    expect(lookDay(index, back, weeks)).toBe(day);
  });

  it('is not known where the term dates are not entered', () => {
    expect(lookDay(index, '2026-03-24', 1)).toBeUndefined();
    expect(lookDay(index, '2026-03-16', 1)).toBe('2026-03-23');
  });

  it('is a school day after the return, never earlier than plain weeks, later for more weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 140 }), (at) => {
        const back = addDays('2025-09-02', at);
        if (!index.isSchoolDay(back)) return;
        const [one, four] = [lookDay(index, back, 1), lookDay(index, back, 4)];
        if (one === undefined || four === undefined) return;
        expect(index.isSchoolDay(one) && index.isSchoolDay(four)).toBe(true);
        expect(one >= addDays(back, 7) && four >= addDays(back, 28) && four > one).toBe(true);
        if (index.isSchoolDay(addDays(back, 7))) expect(weekdayOf(one)).toBe(weekdayOf(back));
      }),
    );
  });
});
