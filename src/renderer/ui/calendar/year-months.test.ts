import { describe, expect, it } from 'vitest';
import type { Closure, SchoolCalendar } from '#shared/domain/calendar/types.ts';
import { describeDay, monthsOf, type DayMark } from './year-months.ts';

const holiday: Closure = {
  from: '2025-10-27',
  to: '2025-10-31',
  slot: 'all',
  kind: 'holiday',
  name: 'Half-term',
};
const calendar: SchoolCalendar = {
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' }],
  closures: [
    holiday,
    { ...holiday, from: '2025-12-19', to: '2025-12-19', slot: 'pm', kind: 'closure', name: 'Early close' },
    { ...holiday, from: '2025-09-02', to: '2025-09-02', kind: 'inset', name: 'INSET day' },
  ],
};
const months = monthsOf(2025, calendar, [{ date: '2025-08-25', name: 'Summer bank holiday' }]);

function dayOf(date: string): DayMark {
  const days = months.flatMap(({ weeks }) => weeks.flat());
  const found = days.find((day) => day?.date === date);
  if (!found) throw new Error(`${date} is not in the year view`);
  return found;
}

describe('the months of the year view', () => {
  it('run from August to July', () => {
    expect(months.map(({ key }) => key)).toEqual([
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
    ]);
    expect(months[1]?.name).toBe('September 2025');
  });

  it('have every weekday of the year once, in its own column', () => {
    const days = months.flatMap(({ weeks }) => weeks.flat()).flatMap((day) => (day ? [day.date] : []));
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(261);
    for (const { weeks } of months) {
      for (const week of weeks) {
        expect(week).toHaveLength(5);
        week.forEach((day, at) => {
          if (day) expect(new Date(`${day.date}T12:00:00Z`).getUTCDay()).toBe(at + 1);
        });
      }
    }
  });

  it('leave out a week that is a weekend alone', () => {
    // November 2025 begins on a Saturday.
    expect(months[3]?.weeks[0]?.[0]?.date).toBe('2025-11-03');
  });
});

describe('what a day is said to be', () => {
  it.each([
    ['2025-09-03', 'Wed 3 September 2025, school day'],
    ['2025-09-02', 'Tue 2 September 2025, INSET day'],
    ['2025-10-29', 'Wed 29 October 2025, Holiday: Half-term'],
    ['2025-12-19', 'Fri 19 December 2025, pm Closed: Early close'],
    ['2025-08-04', 'Mon 4 August 2025, not in a term'],
    ['2025-08-25', 'Mon 25 August 2025, not in a term, Summer bank holiday'],
  ])('%s: %s', (date, words) => {
    expect(describeDay(dayOf(date))).toBe(words);
  });

  it('warns of a bank holiday on which the school is open', () => {
    const open = monthsOf(2025, calendar, [{ date: '2025-11-03', name: 'Jubilee' }]);
    const day = open[3]?.weeks[0]?.[0];
    expect(day && describeDay(day)).toBe('Mon 3 November 2025, school day, although Jubilee');
  });
});
