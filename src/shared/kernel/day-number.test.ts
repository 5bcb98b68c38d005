import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from './day-number.ts';

describe('day numbers', () => {
  it('agree with Temporal, with the weekday and with their own inverse on every day of 1999 to 2040', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    let day = Temporal.PlainDate.from('1999-01-01');
    const wrong: string[] = [];
    while (day.year < 2041) {
      const text = day.toString();
      const number = toDayNumber(text);
      if (
        number !== epoch.until(day).days ||
        fromDayNumber(number) !== text ||
        weekdayOfDayNumber(number) !== day.dayOfWeek
      ) {
        wrong.push(text);
      }
      day = day.add({ days: 1 });
    }
    expect(wrong).toEqual([]);
  });

  it('hold for days before 1970, where a date of birth in an old file may lie', () => {
    expect(fromDayNumber(toDayNumber('1899-12-31'))).toBe('1899-12-31');
    expect(weekdayOfDayNumber(toDayNumber('1969-12-28'))).toBe(7);
  });
});
