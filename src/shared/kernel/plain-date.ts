import { Temporal } from 'temporal-polyfill';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from './day-number.ts';

/** A calendar day as `YYYY-MM-DD`: the form at every edge (API, database, files). */
export type IsoDate = string;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real day of the calendar written `YYYY-MM-DD` (30 February is not one). */
export function isIsoDate(text: string): boolean {
  return ISO_DATE.test(text) && fromDayNumber(toDayNumber(text)) === text;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The day `days` after (or, negative, before) `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The day so many months later; the last day of the month where it has no such day (29 February 2024 + 12: 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  return weekdayOfDayNumber(toDayNumber(date));
}
