import type { IsoDate } from '../../kernel/plain-date.ts';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import { easterSunday } from './easter.ts';

/** A day on which England's banks, and by custom its schools, are closed; always a weekday. */
export interface BankHoliday {
  readonly date: IsoDate;
  readonly name: string;
}

/**
 * The last day to which the list was checked. After it holidays still follow the rule, but a proclamation
 * may move one or add one; the school's own closures always have the last word.
 */
export const BANK_HOLIDAYS_KNOWN_UNTIL: IsoDate = '2030-12-31';

/** Holidays that royal proclamation moved, by the day on which the rule would have them. */
const MOVED: ReadonlyMap<IsoDate, IsoDate> = new Map([
  ['2012-05-28', '2012-06-04'], // Diamond Jubilee
  ['2020-05-04', '2020-05-08'], // 75 years of VE Day
  ['2022-05-30', '2022-06-02'], // Platinum Jubilee
]);

/** Holidays that royal proclamation added for one year. */
const ADDED: readonly BankHoliday[] = [
  { date: '2011-04-29', name: 'Royal wedding bank holiday' },
  { date: '2012-06-05', name: 'Diamond Jubilee bank holiday' },
  { date: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { date: '2022-09-19', name: 'State funeral bank holiday' },
  { date: '2023-05-08', name: 'Coronation bank holiday' },
];

const dayOf = (year: number, month: number, day: number): number =>
  toDayNumber(`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** The first Monday on or after a day. */
const mondayFrom = (day: number): number => day + ((8 - weekdayOfDayNumber(day)) % 7);

function holidaysByRule(year: number): readonly (readonly [number, string])[] {
  const easter = toDayNumber(easterSunday(year));
  const newYear = dayOf(year, 1, 1);
  const christmas = dayOf(year, 12, 25);
  const weekday = weekdayOfDayNumber(christmas);
  // A Christmas on Saturday or Sunday is made up after Boxing Day, on the next day not already a holiday.
  const christmasOff = weekday >= 6 ? christmas + 2 : christmas;
  const boxingOff = weekday === 5 ? christmas + 3 : weekday === 6 ? christmas + 3 : christmas + 1;
  return [
    [weekdayOfDayNumber(newYear) > 5 ? mondayFrom(newYear) : newYear, "New Year's Day"],
    [easter - 2, 'Good Friday'],
    [easter + 1, 'Easter Monday'],
    [mondayFrom(dayOf(year, 5, 1)), 'Early May bank holiday'],
    [mondayFrom(dayOf(year, 5, 25)), 'Spring bank holiday'],
    [mondayFrom(dayOf(year, 8, 25)), 'Summer bank holiday'],
    [christmasOff, 'Christmas Day'],
    [boxingOff, 'Boxing Day'],
  ];
}

function bankHolidaysOf(year: number): BankHoliday[] {
  const ruled = holidaysByRule(year).map(([day, name]) => {
    const date = fromDayNumber(day);
    return { date: MOVED.get(date) ?? date, name };
  });
  return [...ruled, ...ADDED.filter(({ date }) => date.startsWith(String(year)))];
}

/**
 * England's bank holidays from `from` to `to`, both included, in order; with the substitute days instead of
 * those that fall on a weekend. From 1 January 2003 on; see `BANK_HOLIDAYS_KNOWN_UNTIL` for the far end.
 * Source: Banking and Financial Dealings Act 1971 Sch. 1 and s.1, the proclamations under it, and, for Good
 * Friday and Christmas Day, the common law holidays.
 */
export function bankHolidaysBetween(from: IsoDate, to: IsoDate): readonly BankHoliday[] {
  const found: BankHoliday[] = [];
  for (let year = Math.max(2003, Number(from.slice(0, 4))); year <= Number(to.slice(0, 4)); year += 1) {
    found.push(...bankHolidaysOf(year).filter(({ date }) => date >= from && date <= to));
  }
  return found.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
