import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '#shared/kernel/day-number.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';

/** The weekdays from one day to another, both included, whichever comes first. */
export function weekdaysBetween(one: IsoDate, other: IsoDate): IsoDate[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const days: IsoDate[] = [];
  for (let day = toDayNumber(from); day <= toDayNumber(to); day += 1) {
    if (weekdayOfDayNumber(day) <= 5) days.push(fromDayNumber(day));
  }
  return days;
}

/** The weekday after a day: Monday after a Friday. */
export function nextWeekday(date: IsoDate): IsoDate {
  const day = toDayNumber(date);
  const weekday = weekdayOfDayNumber(day);
  return fromDayNumber(day + (weekday >= 5 ? 8 - weekday : 1));
}

/** First and last weekday of a school year, which runs from 1 August to 31 July. */
export function yearSpan(schoolYear: SchoolYear): { readonly first: IsoDate; readonly last: IsoDate } {
  const days = weekdaysBetween(`${schoolYear}-08-01`, `${schoolYear + 1}-07-31`);
  return { first: days.at(0) ?? `${schoolYear}-08-01`, last: days.at(-1) ?? `${schoolYear + 1}-07-31` };
}

/** The same day of the month some months on (the last one of a shorter month), moved to the nearest weekday. */
function byMonths(date: IsoDate, months: number): number {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  const first = toDayNumber(`${month}-01`);
  const wished = first + Number(date.slice(8, 10)) - 1;
  const day = fromDayNumber(wished).startsWith(month) ? wished : lastOf(first);
  const weekday = weekdayOfDayNumber(day);
  if (weekday <= 5) return day;
  const friday = day - weekday + 5;
  return fromDayNumber(friday).startsWith(month) ? friday : friday + 3;
}

function lastOf(first: number): number {
  const month = fromDayNumber(first).slice(0, 7);
  let day = first + 27;
  while (fromDayNumber(day + 1).startsWith(month)) day += 1;
  return day;
}

/** Where a key of the year view goes from a weekday; undefined for a key that does not move. */
export function moveByKey(
  date: IsoDate,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  schoolYear: SchoolYear,
): IsoDate | undefined {
  const { first, last } = yearSpan(schoolYear);
  const day = toDayNumber(date);
  const weekday = weekdayOfDayNumber(day);
  const to = {
    ArrowRight: day + (weekday === 5 ? 3 : 1),
    ArrowLeft: day - (weekday === 1 ? 3 : 1),
    ArrowDown: day + 7,
    ArrowUp: day - 7,
    Home: ctrlKey ? toDayNumber(first) : day - weekday + 1,
    End: ctrlKey ? toDayNumber(last) : day - weekday + 5,
    PageDown: byMonths(date, 1),
    PageUp: byMonths(date, -1),
  }[key];
  if (to === undefined) return undefined;
  const target = fromDayNumber(to);
  return target < first ? first : target > last ? last : target;
}
