import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../kernel/plain-date.ts';
import { BANK_HOLIDAYS_KNOWN_UNTIL, bankHolidaysBetween } from './bank-holidays.ts';

const dates = (year: number): string[] =>
  bankHolidaysBetween(`${String(year)}-01-01`, `${String(year)}-12-31`).map(({ date }) => date.slice(5));

describe('bankHolidaysBetween', () => {
  it.each([
    [2003, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2004, ['01-01', '04-09', '04-12', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2005, ['01-03', '03-25', '03-28', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2009, ['01-01', '04-10', '04-13', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2011, ['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2012, ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26']],
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('are in %i those of the official list', (year, expected) => {
    expect(dates(year)).toEqual(expected);
  });

  it('are weekdays and at least eight a year, to the end of what is known', () => {
    const all = bankHolidaysBetween('2003-01-01', BANK_HOLIDAYS_KNOWN_UNTIL);
    expect(all.filter(({ date }) => weekdayOf(date) > 5)).toEqual([]);
    expect(all).toHaveLength(28 * 8 + 5);
    expect(new Set(all.map(({ date }) => date)).size).toBe(all.length);
  });

  it('include both ends of the range and nothing outside it', () => {
    expect(bankHolidaysBetween('2025-05-05', '2025-05-26').map(({ name }) => name)).toEqual([
      'Early May bank holiday',
      'Spring bank holiday',
    ]);
    expect(bankHolidaysBetween('2025-05-06', '2025-05-25')).toEqual([]);
  });
});
