import type { BankHoliday } from '#shared/domain/calendar/bank-holidays.ts';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '#shared/kernel/day-number.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { Closure, ClosureKind, SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { closureKinds } from './closure-kinds.ts';

/** One weekday of the year view. */
export interface DayMark {
  readonly date: IsoDate;
  readonly inTerm: boolean;
  /** The closure that the day shows: whole days before halves, bank holidays before what lies over them. */
  readonly closure?: Closure;
  /** Name of the bank holiday on this day, in term or out, entered or not. */
  readonly bankHoliday?: string;
}

export interface Month {
  readonly key: string;
  /** "September 2025" */
  readonly name: string;
  /** Rows of Monday to Friday; null where the day belongs to another month. */
  readonly weeks: readonly (readonly (DayMark | null)[])[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const ORDER: readonly ClosureKind[] = ['bank-holiday', 'holiday', 'closure', 'inset'];

/** The twelve months of a school year, August to July, with what each weekday is. */
export function monthsOf(
  schoolYear: SchoolYear,
  calendar: SchoolCalendar,
  bankHolidays: readonly BankHoliday[],
): Month[] {
  return Array.from({ length: 12 }, (_, at) => {
    const year = at < 5 ? schoolYear : schoolYear + 1;
    const month = ((at + 7) % 12) + 1;
    const key = `${year}-${String(month).padStart(2, '0')}`;
    return { key, name: `${MONTHS[month - 1] ?? ''} ${year}`, weeks: weeksOf(key, calendar, bankHolidays) };
  });
}

function weeksOf(month: string, calendar: SchoolCalendar, bankHolidays: readonly BankHoliday[]) {
  const weeks: (DayMark | null)[][] = [];
  const first = toDayNumber(`${month}-01`);
  for (let monday = first - weekdayOfDayNumber(first) + 1; ; monday += 7) {
    const week = [0, 1, 2, 3, 4].map((offset) => {
      const date = fromDayNumber(monday + offset);
      return date.startsWith(month) ? markOf(date, calendar, bankHolidays) : null;
    });
    if (week.some((day) => day !== null)) weeks.push(week);
    else if (monday > first) return weeks;
  }
}

function markOf(
  date: IsoDate,
  { terms, closures }: SchoolCalendar,
  bankHolidays: readonly BankHoliday[],
): DayMark {
  const rank = ({ slot, kind }: Closure) => (slot === 'all' ? 0 : 10) + ORDER.indexOf(kind);
  const [closure] = closures
    .filter(({ from, to }) => from <= date && date <= to)
    .toSorted((a, b) => rank(a) - rank(b));
  const bankHoliday = bankHolidays.find((holiday) => holiday.date === date)?.name;
  return {
    date,
    inTerm: terms.some(({ from, to }) => from <= date && date <= to),
    ...(closure ? { closure } : {}),
    ...(bankHoliday ? { bankHoliday } : {}),
  };
}

/** A day as a screen reader says it: "Mon 27 October 2025, holiday: Half-term". */
export function describeDay({ date, inTerm, closure, bankHoliday }: DayMark): string {
  const day = formatDate(date);
  if (!inTerm) return `${day}, not in a term${bankHoliday ? `, ${bankHoliday}` : ''}`;
  if (!closure) return `${day}, school day${bankHoliday ? `, although ${bankHoliday}` : ''}`;
  const { label } = closureKinds[closure.kind];
  const half = closure.slot === 'all' ? '' : `${closure.slot} `;
  const name = closure.name.toLowerCase() === label.toLowerCase() ? '' : `: ${closure.name}`;
  return `${day}, ${half}${label}${name}`;
}
