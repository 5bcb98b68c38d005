import type { SchoolCalendar } from '#shared/domain/calendar/types.ts';

/** A half day as one text that sorts, "2025-09-08 am". */
export type HalfDay = string;

/** Days and half days of one school year, worked out the slow way: by looking at every date. */
export interface LedgerCalendar {
  readonly days: readonly string[];
  readonly halfDays: readonly HalfDay[];
  readonly calendar: SchoolCalendar;
}

export const nextDate = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function ledgerCalendar(calendar: SchoolCalendar, from: string, to: string): LedgerCalendar {
  const halfDays: HalfDay[] = [];
  for (let date = from; date <= to; date = nextDate(date)) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    if (!calendar.terms.some((term) => term.from <= date && date <= term.to)) continue;
    for (const slot of ['am', 'pm']) {
      const closed = calendar.closures.some(
        (one) => one.from <= date && date <= one.to && (one.slot === 'all' || one.slot === slot),
      );
      if (!closed) halfDays.push(`${date} ${slot}`);
    }
  }
  return { calendar, halfDays, days: [...new Set(halfDays.map((one) => one.slice(0, 10)))] };
}

/** The `n`th school day after a date. */
export const dayAfter = ({ days }: LedgerCalendar, date: string, n: number): string | undefined =>
  days.filter((day) => day > date)[n - 1];

/** The last school day of the school's own term around a date. */
export function lastOfTerm({ days, calendar }: LedgerCalendar, date: string): string | undefined {
  const term = calendar.terms.find((one) => one.from <= date && date <= one.to);
  return term && days.findLast((day) => term.from <= day && day <= term.to);
}

/** The half days or lunchtimes that an exclusion takes from its start on, counted out one by one. */
export function takenFrom(
  { days, halfDays }: LedgerCalendar,
  kind: 'fixed-period' | 'permanent' | 'lunchtime',
  start: HalfDay,
  count: number,
): readonly HalfDay[] {
  if (kind === 'permanent') return [];
  if (kind === 'fixed-period') return halfDays.filter((halfDay) => halfDay >= start).slice(0, count);
  const whole = days.filter((day) => halfDays.includes(`${day} am`) && halfDays.includes(`${day} pm`));
  return whole
    .filter((day) => day >= start.slice(0, 10))
    .slice(0, count)
    .map((day) => `${day} lunch`);
}
