import type { IsoDate } from '../../kernel/plain-date.ts';
import { bankHolidaysBetween } from './bank-holidays.ts';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import { easterSunday } from './easter.ts';
import type { Closure, ClosureKind, SchoolCalendar, SchoolYear, Term } from './types.ts';

/** 190 days of teaching and 5 of training: what most authorities publish. */
const DAYS_WITH_INSET = 195;

const FRIDAY = 4; // days after Monday

/** The Monday of the week of a date. */
const mondayOf = (date: IsoDate): number => {
  const day = toDayNumber(date);
  return day - weekdayOfDayNumber(day) + 1;
};

/** The Monday that falls on `earliest` or one of the six days after. */
const mondayFrom = (earliest: IsoDate): number => mondayOf(fromDayNumber(toDayNumber(earliest) + 6));

/** Two weeks round Easter: an early one opens the holiday, a late one closes it. */
function easterHoliday(year: number): { readonly first: number; readonly last: number } {
  const sunday = toDayNumber(easterSunday(year));
  const date = easterSunday(year).slice(5);
  if (date <= '04-04') return { first: sunday - 2, last: sunday + 12 };
  if (date <= '04-13') return { first: sunday - 6, last: sunday + 5 };
  return { first: sunday - 13, last: sunday + 1 };
}

/**
 * A usual English school year as a start for the school to correct: term dates, half-terms, five INSET days
 * and the bank holidays inside the terms, with about 190 days for pupils. It is a suggestion, not a source:
 * every authority and academy sets its own dates. Beyond the known bank holidays it follows their rule.
 */
export function suggestSchoolYear(schoolYear: SchoolYear): SchoolCalendar {
  const at = (monthDay: string, nextYear = true): IsoDate =>
    `${String(nextYear ? schoolYear + 1 : schoolYear)}-${monthDay}`;
  const closure = (first: number, last: number, kind: ClosureKind, name: string): Closure => ({
    from: fromDayNumber(first),
    to: fromDayNumber(last),
    slot: 'all',
    kind,
    name,
  });
  const inset = (day: number): Closure => closure(day, day, 'inset', 'INSET day');
  const halfTerm = (monday: number): Closure => closure(monday, monday + FRIDAY, 'holiday', 'half-term');

  const september = toDayNumber(at('09-01', false));
  const firstDay = weekdayOfDayNumber(september) >= 5 ? mondayFrom(at('09-01', false)) : september;
  const october = mondayFrom(at('10-22', false));
  const christmas = mondayOf(at('12-25', false));
  const holidays = new Set(bankHolidaysBetween(at('09-01', false), at('08-31')).map(({ date }) => date));
  const january = christmas + 14 + (holidays.has(fromDayNumber(christmas + 14)) ? 1 : 0);
  const february = mondayFrom(at('02-12'));
  const easter = easterHoliday(schoolYear + 1);
  const may = mondayFrom(at('05-25'));
  const summerFrom = weekdayOfDayNumber(easter.last) === 1 ? easter.last + 1 : easter.last + 3;

  const breaks = [halfTerm(october), halfTerm(february), halfTerm(may)];
  const isOpen = (day: number): boolean => {
    const date = fromDayNumber(day);
    return (
      weekdayOfDayNumber(day) <= 5 &&
      !holidays.has(date) &&
      !breaks.some(({ from, to }) => from <= date && date <= to)
    );
  };
  const spans: [number, number][] = [
    [firstDay, christmas - 3],
    [january, easter.first - (weekdayOfDayNumber(easter.first) === 1 ? 3 : 1)],
  ];
  let open = 0;
  for (const [from, to] of spans) for (let day = from; day <= to; day += 1) open += isOpen(day) ? 1 : 0;
  // The last day makes up the number of days, but stays in the week or so in which schools break up.
  const earliest = toDayNumber(at('07-17'));
  const latest = toDayNumber(at('07-24'));
  let lastDay = summerFrom;
  for (let day = summerFrom; day <= latest && (open < DAYS_WITH_INSET || day <= earliest); day += 1) {
    if (!isOpen(day)) continue;
    open += 1;
    lastDay = day;
  }
  spans.push([summerFrom, lastDay]);

  const terms = (['autumn', 'spring', 'summer'] as const).flatMap((name, position): Term[] => {
    const span = spans[position];
    return span === undefined
      ? []
      : [{ schoolYear, name, from: fromDayNumber(span[0]), to: fromDayNumber(span[1]) }];
  });
  const inTerm = (date: IsoDate): boolean => terms.some(({ from, to }) => from <= date && date <= to);
  const bankHolidays = bankHolidaysBetween(at('09-01', false), at('08-31'))
    .filter(({ date }) => inTerm(date))
    .map(({ date, name }) => closure(toDayNumber(date), toDayNumber(date), 'bank-holiday', name));
  const insets = [firstDay, firstDay + 1, october + 7, january, may + 7].map(inset);
  return {
    terms,
    closures: [...breaks, ...insets, ...bankHolidays].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  };
}
